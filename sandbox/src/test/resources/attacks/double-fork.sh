# held by: namespaces, process
# because: the kernel ends a process namespace with its first process; a plain tree is followed by group, parent, folder and user
# ends: exited 0
# without: sandbox
echo able
(setsid sh -c "(cd / && exec env -i sleep $MARK) & exec sleep $MARK" >/dev/null 2>&1 </dev/null &)
(trap '' HUP TERM INT; sleep "$MARK" >/dev/null 2>&1 &)
# the first leaves folder, group, parent and environment: as plain process of an ordinary user it is found while its
# parent lives
sleep 0.3
