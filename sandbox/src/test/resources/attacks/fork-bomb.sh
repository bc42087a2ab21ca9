# held by: namespaces, process
# because: processes are counted, and all go with the run
# ends: any
# without: limits
# alone: yes
sleep 0 && echo able
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do
    for j in 1 2 3 4 5 6 7 8 9 10; do sleep "$MARK" & done
done 2>/dev/null
kill -0 $! && echo "ESCAPED: 240 processes" # a shell that cannot fork ends
exit 0
