# held by: namespaces, process
# because: processes are counted, and all go with the run
# ends: any
# without: nothing, it would take the machine with it; fork-bomb.sh shows the same in small
# alone: yes
sleep 0 && echo able
bomb() {
    sleep "$MARK" &
    bomb | bomb &
}
bomb 2>/dev/null
sleep 1
