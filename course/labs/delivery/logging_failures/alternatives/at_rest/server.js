import { app } from './app.js';
import { collector } from './collector.js';
import { log } from './log.js';

const server = app.listen(process.env.PORT ?? 3000);
server.keepAliveTimeout = 65_000; // longer than the load balancer keeps a connection that rests
server.once('listening', () => log.info({}, 'listening'));

process.once('SIGTERM', () => {
  server.close();
  server.keepAliveTimeout = 1; // for what is answered from now on
  // Comes when nothing is left to do, neither requests nor what they have begun nor lines.
  process.once('beforeExit', () => log.info({}, 'stopped'));
});

process.on('uncaughtException', (err, origin) => {
  log.fatal({ err, origin }, 'nobody caught it');
  const last = Date.now() + 1500;
  setInterval(() => {
    if (collector.writableLength === 0 || Date.now() > last) process.exit(70);
  }, 20);
});
