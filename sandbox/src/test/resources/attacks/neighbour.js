// held by: namespaces
// because: each submission has mounts, processes, network and user id of its own
// ends: exited 0
const fs = require('node:fs');
const net = require('node:net');
const word = process.env.NEIGHBOUR;
if (fs.readdirSync('.').includes('main.js')) console.log('able');
function look(folder, depth) {
  if (depth > 6 || /^\/(usr|proc|lib|bin|sbin|work\/node_modules)/.test(folder)) return;
  let names = [];
  try {
    names = fs.readdirSync(folder, { withFileTypes: true });
  } catch {}
  for (const one of names) {
    const path = (folder + '/' + one.name).replace('//', '/');
    if (one.name.includes(word)) console.log('ESCAPED: found', path);
    if (one.isSocket() || one.isFIFO()) console.log('ESCAPED: found a wire', path);
    if (one.isDirectory()) look(path, depth + 1);
    try {
      if (one.isFile() && path !== '/work/app/main.js' && fs.readFileSync(path, 'latin1').slice(0, 1e5).includes(word)) console.log('ESCAPED: read', path);
    } catch {}
  }
}
look('/', 0);
for (const path of ['/work/app/../../r1', '/box/app', '/out/w0', '/stage/first', '/proc/2/root/work/app']) {
  if (fs.existsSync(path)) console.log('ESCAPED: there is', path);
}
// every port a relay may have
let port = 9_990;
let open = 0;
function knock() {
  while (open < 64 && port < 30_100) {
    open++;
    const at = port++;
    const socket = net.connect({ port: at, host: '127.0.0.1' });
    socket.on('connect', () => (console.log('ESCAPED: something listens on', at), socket.destroy()));
    socket.on('error', () => {});
    socket.on('close', () => (open--, knock()));
  }
}
knock();
