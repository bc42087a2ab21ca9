// held by: namespaces
// because: a /proc of its own process namespace, with no rights over the machine's settings
// ends: exited 0
// without: sandbox
const fs = require('node:fs');
if (fs.readFileSync('/proc/self/status', 'utf8').includes('Name:')) console.log('able');
const write = [
  'sysrq-trigger', 'sys/kernel/core_pattern', 'sys/kernel/modprobe', 'sys/kernel/hostname', 'sys/kernel/hotplug', 'sys/vm/drop_caches',
  'sys/kernel/yama/ptrace_scope', 'sys/fs/binfmt_misc/register', 'sys/net/ipv4/ip_forward', 'sys/user/max_user_namespaces', 'irq/default_smp_affinity',
  'self/uid_map', '1/uid_map',
];
for (const name of write) {
  try {
    const old = fs.existsSync('/proc/' + name) ? fs.readFileSync('/proc/' + name, 'latin1') : '';
    fs.writeFileSync('/proc/' + name, old || 'x');
    console.log('ESCAPED: wrote', name);
  } catch {}
}
for (const name of ['kcore', 'kmsg', 'kpageflags', '1/mem', '1/root/etc/shadow', '1/environ', '1/cwd/etc/passwd', 'self/root/etc/shadow', 'keys', 'timer_list', 'slabinfo']) {
  try {
    const file = fs.openSync('/proc/' + name, 'r');
    const text = Buffer.alloc(4096);
    const length = fs.readSync(file, text, 0, 4096, 0);
    const seen = text.toString('latin1', 0, length);
    const harmless = name === '1/environ' ? /^(PATH=[^=]*)?$/.test(seen) : name === 'keys' ? seen === '' : name === '1/cwd/etc/passwd' && /^root:x:0:0[^\n]*\n/.test(seen) && seen.split('\n').length < 4;
    if (!harmless && length > 0) console.log('ESCAPED: read', name, JSON.stringify(seen.slice(0, 60)));
  } catch {}
}
const addresses = fs.readFileSync('/proc/kallsyms', 'latin1').slice(0, 4000).match(/^[0-9a-f]+/gm) ?? [];
if (addresses.some((address) => /[1-9a-f]/.test(address))) console.log('ESCAPED: the addresses of the kernel');
const pids = fs.readdirSync('/proc').filter(Number);
for (const pid of pids) {
  const name = fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  if (!['bwrap', 'node', 'MainThread'].includes(name)) console.log('ESCAPED: seen', pid, name);
}
