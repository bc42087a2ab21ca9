// held by: namespaces, process
// because: nothing is inherited but the standard streams
// ends: exited 0
// without: sandbox
const fs = require('node:fs');
for (const name of fs.readdirSync('/proc/self/fd')) {
  try {
    const to = fs.readlinkSync('/proc/self/fd/' + name);
    if (Number(name) > 2 && !/^(pipe:|socket:|anon_inode:|\/dev\/null|\/proc\/)/.test(to)) console.log('ESCAPED: holds', name, to);
  } catch {}
}
console.log('able');
