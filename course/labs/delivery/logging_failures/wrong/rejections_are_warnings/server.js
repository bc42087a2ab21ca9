import { app } from './app.js';
import { collector } from './collector.js';
import { log } from './log.js';

const server = app.listen(process.env.PORT ?? 3000);
server.keepAliveTimeout = 65_000; // longer than the load balancer keeps a connection that rests

server.once('listening', () => log.info({}, 'listening'));

// A connection whose request is under way outlives the answer, since its client may want to use it again.
server.on('request', (req, res) => {
  res.once('close', () => {
    if (!server.listening) server.closeIdleConnections();
  });
});

// No process.exit here: when nothing is left to do, lines to be written included, the process ends by itself.
process.once('SIGTERM', () => server.close(() => log.info({}, 'stopped')));

process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'crashed');
  collector.write('', () => process.exit(1)); // called when all lines before it are out
});

process.on('unhandledRejection', (error) => log.warn({ err: error }, 'nobody handled this'));
