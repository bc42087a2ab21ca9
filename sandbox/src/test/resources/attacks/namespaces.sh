# held by: namespaces
# because: seccomp refuses namespaces and mounts, the user namespace has no rights and forbids another, and no program gains any
# ends: exited 0
# without: sandbox
true && echo able
try() {
    if "$@" >/dev/null 2>&1 </dev/null; then echo "ESCAPED: $*"; fi
}
for kind in -U -Ur -Urm -n -m -p -i -u -C -T; do try unshare "$kind" true; done
try unshare -Urmpf --mount-proc true
try bwrap --ro-bind / / true
try nsenter -t 1 -a true
try nsenter -t 1 -m true
try mount -t tmpfs none /tmp
try mount -o remount,rw /
try mount --bind /tmp /work/bin
try umount /work/node_modules
try chroot / true
try setpriv --reuid 0 true
try setpriv --reuid 1001 true
try su -c true
try sudo -n true
try mknod device c 1 1
try mkdir /sys/fs/cgroup/x
try dmesg
try swapoff -a
try hostname elsewhere
try date -s 2001-01-01
try chown 0:0 main.sh
try capsh --caps=cap_sys_admin+ep -- -c true
try setarch -R true
exit 0
