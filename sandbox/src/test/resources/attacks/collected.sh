# held by: namespaces, process
# because: what is read of a submission is read as plain files, segment by segment, through no link
# ends: exited 0
# without: sandbox
# collected: able, link, up/link, folder, fifo, zero, self
echo mine >able && echo able
ln -s "$SECRET" link
mkdir folder real && ln -s "$SECRET" real/link && ln -s real up
mkfifo fifo
ln -s /dev/zero zero
ln -s /proc/self/environ self
exit 0
