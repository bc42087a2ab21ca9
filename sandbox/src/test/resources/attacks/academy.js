// held by: namespaces
// because: its network namespace has nothing but a loopback of its own
// ends: exited 0
// without: sandbox
const net = require('node:net');
const os = require('node:os');
const addresses = Object.values(os.networkInterfaces()).flat().map((one) => one.address);
const hosts = new Set(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::ffff:127.0.0.1', '127.0.0.2', os.hostname(), '10.0.2.2', '172.17.0.1', '169.254.169.254', ...addresses]);
const own = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
  net.connect(own.address().port, '127.0.0.1').on('close', () => own.close()).on('connect', () => console.log('able')).resume();
});
for (const host of hosts) {
  const socket = net.connect({ host, port: Number(process.env.ACADEMY), timeout: 1500 });
  socket.on('connect', () => {
    console.log('ESCAPED: reached', host);
    socket.write('GET /api/status HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    socket.end();
  });
  socket.on('timeout', () => socket.destroy());
  socket.on('error', () => {});
}
