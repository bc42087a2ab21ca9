import { app } from './app.js';
import { log } from './log.js';

const server = app.listen(process.env.PORT ?? 3000);
server.keepAliveTimeout = 65_000; // longer than the load balancer keeps a connection that rests

server.once('listening', () => log.info({}, 'listening'));

process.on('SIGTERM', () => {
  log.info({}, 'stopped');
  process.exit(0);
});

process.on('uncaughtException', (error) => {
  log.error({ error: error.message }, 'crashed');
  process.exit(1);
});
