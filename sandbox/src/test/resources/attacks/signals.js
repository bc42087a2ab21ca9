// held by: namespaces
// because: other processes have no number in its process namespace
// ends: exited 0
// without: sandbox
const child = require('node:child_process').spawn('sleep', [process.env.MARK]);
if (child.kill('SIGKILL')) console.log('able');
for (const pid of [Number(process.env.SLEEPER), -Number(process.env.SLEEPER)]) {
  for (const signal of ['SIGSTOP', 'SIGKILL']) {
    try {
      process.kill(pid, signal);
      console.log('ESCAPED: signalled', pid);
    } catch (e) {
      console.log(e.code);
    }
  }
}
for (let pid = 2; pid < 100000; pid++) {
  if (pid === process.pid || pid === child.pid) continue;
  try {
    process.kill(pid, 0);
    // threads of our own answer too
    if (!require('node:fs').existsSync(`/proc/self/task/${pid}`)) console.log('ESCAPED: there is', pid);
  } catch {}
}
