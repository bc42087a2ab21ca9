'use strict';
// Leads wires out of a network of its own: relay.cjs in:PORT:SOCKET… out:PORT:SOCKET…
//
//   in    who connects to SOCKET reaches 127.0.0.1:PORT here. One byte comes first, once that has been reached; if it
//         cannot be reached the connection just ends.
//   out   who connects to 127.0.0.1:PORT here reaches SOCKET.
//
// Either side may end its half and go on listening. Prints one line when everything listens.

const net = require('node:net');

/** Joins two sockets until both have ended; an error on one ends both. */
function join(a, b) {
  const end = () => {
    a.destroy();
    b.destroy();
  };
  for (const socket of [a, b]) {
    socket.on('error', end);
    socket.setNoDelay?.(true);
  }
  a.pipe(b);
  b.pipe(a);
}

/** Connects to the first address that answers. */
function reach([address, ...others], connected, failed) {
  const socket = net.connect({ ...address, allowHalfOpen: true });
  const refused = () => (others.length ? reach(others, connected, failed) : failed());
  socket.once('error', refused);
  socket.once('connect', () => {
    socket.off('error', refused);
    connected(socket);
  });
}

function lay(wire) {
  const [, direction, port, path] = /^(in|out):(\d+):(.+)$/.exec(wire);
  const inward = direction === 'in';
  const targets = inward ? ['127.0.0.1', '::1'].map((host) => ({ host, port: Number(port) })) : [{ path }];
  const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    const gone = () => socket.destroy();
    socket.once('error', gone);
    reach(
      targets,
      (target) => {
        socket.off('error', gone);
        if (socket.destroyed) return target.destroy();
        if (inward) socket.write('\x01');
        join(socket, target);
      },
      gone,
    );
  });
  server.on('error', (error) => {
    console.error(`${wire}: ${error.message}`);
    process.exit(1);
  });
  return new Promise((ready) => {
    server.listen(inward ? { path } : { host: '127.0.0.1', port: Number(port), backlog: 511 }, ready);
  });
}

Promise.all(process.argv.slice(2).map(lay)).then(() => process.stdout.write('ready\n'));
