// held by: namespaces, process
// because: nothing is inherited but the standard streams
// ends: exited 0
const { execFileSync } = require('node:child_process');
const held = execFileSync('sh', ['-c', 'exec ls -l /proc/self/fd 2>/dev/null || true'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
console.log('able');
for (const line of held.split('\n')) {
  const to = line.split(' -> ')[1];
  if (to && !/^(pipe:|socket:|\/dev\/null|\/proc\/)/.test(to)) console.log('ESCAPED: holds', to);
}
