// held by: namespaces
// because: each submission has mounts, processes and user id of its own
// ends: exited 0
// without: sandbox
const fs = require('node:fs');
const word = process.env.NEIGHBOUR;
if (fs.readdirSync('.').some((name) => name.startsWith('main.'))) console.log('able');
function look(folder, depth) {
  if (depth > 6 || /^\/(usr|proc|lib|bin|sbin|work\/node_modules)/.test(folder)) return;
  let names = [];
  try {
    names = fs.readdirSync(folder, { withFileTypes: true });
  } catch {}
  for (const one of names) {
    const path = (folder + '/' + one.name).replace('//', '/');
    if (one.name.includes(word) && path !== process.env.SECRET) escaped('found', path);
    if (one.isSocket() || one.isFIFO()) escaped('found a wire', path);
    if (one.isDirectory()) look(path, depth + 1);
    try {
      const seen = fs.lstatSync(path); // not what the folder says: devices are mounted over files
      if (seen.isFile() && seen.size < 1e5 && fs.readFileSync(path, 'latin1') === word) escaped('read', path);
    } catch {}
  }
}
function escaped(...words) {
  console.log('ESCAPED:', ...words);
  process.exit();
}
look(process.env.AROUND, 0);
look('/', 0);
for (const path of ['/work/app/../../r1', '/box/app', '/out/w0', '/stage/first']) {
  if (fs.existsSync(path)) escaped('there is', path);
}
for (const pid of fs.readdirSync('/proc').filter(Number)) {
  try {
    if (fs.readFileSync(`/proc/${pid}/environ`, 'latin1').includes('NAME=' + word)) escaped('read the environment of', pid);
  } catch {}
}
