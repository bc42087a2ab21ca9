// held by: namespaces, process
// because: processes and threads are counted, by cgroup or rlimit
// ends: any
// without: limits
// alone: yes
const { Worker } = require('node:worker_threads');
console.log('able');
let made = 0;
function next() {
  if (made === 60) {
    console.log('ESCAPED:', made, 'threads');
    process.exit();
  }
  const worker = new Worker('setInterval(() => {}, 1e6)', { eval: true });
  worker.on('online', () => (made++, next()));
  worker.on('error', () => process.exit());
  worker.on('exit', () => process.exit());
}
process.on('uncaughtException', () => process.exit());
next();
