# held by: namespaces
# because: nothing is mounted but programs, packages and the work folder
# ends: exited 0
# without: sandbox
[ -r /usr/bin/env ] && echo able
for way in "$SECRET" "/proc/self/root$SECRET" "/proc/1/root$SECRET" "/proc/1/cwd$SECRET" "../../../../../../../..$SECRET" "/work/node_modules/../../..$SECRET" "/dev/fd/../..$SECRET"; do
    if cat "$way" 2>/dev/null; then echo "ESCAPED: read $way"; fi
    if echo x 2>/dev/null >>"$way"; then echo "ESCAPED: wrote $way"; fi
done
for path in /etc/shadow /etc/ssh /root /home /var /run /sys /boot /mnt /opt /srv /tmp/.X11-unix /dev/sda /dev/vda /dev/mem /dev/kmsg /dev/kvm /dev/fuse /dev/net /var/run/docker.sock /run/dbus; do
    [ -e "$path" ] && echo "ESCAPED: there is $path"
done
ln -s "$SECRET" link 2>/dev/null && cat link 2>/dev/null && echo "ESCAPED: read a link"
ln "$SECRET" hard 2>/dev/null && echo "ESCAPED: made a hard link"
exit 0
