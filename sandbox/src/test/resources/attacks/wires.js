// held by: namespaces
// because: a wire ends in the network namespace of its own submission, at a relay that nobody else sees
// ends: exited 0
// without: sandbox
const fs = require('node:fs');
const net = require('node:net');
const own = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
  net.connect(own.address().port, '127.0.0.1').on('close', () => own.close()).on('connect', () => console.log('able')).resume();
  for (const table of ['tcp', 'tcp6', 'unix']) {
    for (const line of fs.readFileSync('/proc/net/' + table, 'utf8').split('\n').slice(1)) {
      const words = line.trim().split(/\s+/);
      const listens = table === 'unix' ? words.length > 6 : words[3] === '0A' && parseInt(words[1].slice(-4), 16) !== own.address().port;
      if (listens) console.log('ESCAPED: seen', table, words[table === 'unix' ? 7 : 1]);
    }
  }
});
for (const host of ['127.0.0.1', '::1']) {
  net.connect(Number(process.env.WIRE), host)
    .on('connect', () => console.log('ESCAPED: reached the wire of another'))
    .on('error', (e) => console.log(e.code))
    .resume();
}
