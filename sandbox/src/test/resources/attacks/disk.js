// held by: namespaces
// because: work folder, /tmp and /dev/shm are file systems of a fixed size; a plain process has only its files' sizes limited
// ends: exited 0
// without: limits
const fs = require('node:fs');
fs.writeFileSync('small', 'x');
console.log('able');
let megabytes = 0;
for (const folder of ['.', '/tmp', '/dev/shm']) {
  try {
    for (let i = 0; i < 30; i++, megabytes++) fs.writeFileSync(`${folder}/f${i}`, Buffer.alloc(1 << 20));
  } catch (e) {
    console.log(e.code);
  }
}
if (megabytes > 20) console.log('ESCAPED:', megabytes, 'MB');
