import { app } from './app.js';

const server = app.listen(Number(process.env.PORT));

process.on('SIGTERM', () => server.close(() => process.exit(0)));

for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => {
    console.error(JSON.stringify({ level: 'fatal', event, stack: error?.stack ?? String(error) }));
    process.exit(1);
  });
}
