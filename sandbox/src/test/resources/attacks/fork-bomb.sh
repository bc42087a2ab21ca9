# held by: namespaces, process
# because: processes are counted, and all go with the run
# ends: any
echo able
bomb() {
    sleep "$MARK" &
    bomb | bomb &
}
bomb 2>/dev/null
sleep 1
