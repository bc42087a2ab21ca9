import { app } from './app.js';

let server;

function start() {
  server = app.listen(process.env.PORT ?? 3000);
}

start();

process.once('SIGTERM', () => server.close());

process.on('uncaughtException', (error) => {
  console.error(error);
  server.closeAllConnections();
  server.close(start);
});
