'use strict';
// Leads wires out of a network of its own: relay.cjs in:PORT:SOCKET… out:PORT:SOCKET…
//
//   in    who connects to SOCKET reaches 127.0.0.1:PORT here. One byte comes first, once that has been reached; if it
//         cannot be reached the connection just ends.
//   out   who connects to 127.0.0.1:PORT here reaches SOCKET.
//
// Either side may end its half and go on listening. Prints one line when everything listens. SIGTERM says that nobody is
// left on the inner side: what they wrote before is still delivered, then we end, after a second in any case.

const net = require('node:net');

const LONGEST_END = 1000;
const servers = [];
/** What is joined: the outer socket of each inner one. */
const joined = new Map();

/** Joins two sockets until both have ended; an error on one ends both. */
function join(inner, outer) {
  const end = () => {
    inner.destroy();
    outer.destroy();
  };
  joined.set(inner, outer);
  inner.once('close', () => joined.delete(inner));
  for (const socket of [inner, outer]) {
    socket.on('error', end);
    socket.setNoDelay?.(true);
  }
  inner.pipe(outer);
  outer.pipe(inner);
}

function leave() {
  for (const server of servers) server.close();
  for (const [inner, outer] of joined) {
    const end = () => {
      inner.destroy();
      outer.destroy();
    };
    if (outer.writableFinished) end();
    else outer.once('finish', end);
  }
  setTimeout(() => process.exit(), LONGEST_END).unref();
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
        if (inward) join(target, socket);
        else join(socket, target);
      },
      gone,
    );
  });
  servers.push(server);
  server.on('error', (error) => {
    console.error(`${wire}: ${error.message}`);
    process.exit(1);
  });
  return new Promise((ready) => {
    server.listen(inward ? { path } : { host: '127.0.0.1', port: Number(port), backlog: 511 }, ready);
  });
}

process.once('SIGTERM', leave);
Promise.all(process.argv.slice(2).map(lay)).then(() => process.stdout.write('ready\n'));
