import { app } from './app.js';

const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => server.close());

// No handler for uncaughtException and unhandledRejection: Node tells the error on standard error and exits with 1.
