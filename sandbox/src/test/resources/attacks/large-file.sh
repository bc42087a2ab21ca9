# held by: namespaces, process
# because: no file may be larger than the limit
# ends: any
# without: limits
echo able
dd if=/dev/zero of=large bs=1048576 count=20 2>/dev/null && echo ESCAPED: a file of 20 MB
exit 0
