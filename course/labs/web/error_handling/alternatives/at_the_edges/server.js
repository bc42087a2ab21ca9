import { app } from './app.js';

const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => {
  server.close();
});

process.on('unhandledRejection', (reason) => {
  throw reason;
});
