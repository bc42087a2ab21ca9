// held by: namespaces
// because: names of local sockets without a file belong to a network namespace
// ends: exited 0
// without: sandbox
const net = require('node:net');
const own = net.createServer((socket) => socket.end()).listen('\0' + process.env.ABSTRACT + '-own', () => {
  net.connect('\0' + process.env.ABSTRACT + '-own').on('connect', () => console.log('able')).on('close', () => own.close()).resume();
});
net.connect('\0' + process.env.ABSTRACT)
  .on('connect', () => console.log('ESCAPED: reached a local socket'))
  .on('error', (e) => console.log(e.code))
  .resume();
