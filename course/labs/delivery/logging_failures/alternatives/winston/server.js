import { app } from './app.js';
import { flushed, log } from './log.js';

const server = app.listen(process.env.PORT ?? 3000, () => log.info({}, 'listening'));

process.on('SIGTERM', () => {
  const timer = setInterval(() => server.closeIdleConnections(), 50);
  server.close(() => {
    clearInterval(timer);
    log.info({}, 'stopped');
    flushed(() => process.exit(0));
  });
});

const crash = (err) => {
  log.fatal({ err }, err.message);
  flushed(() => process.exit(3));
};
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
