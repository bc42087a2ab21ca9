import { app } from './app.js';

const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => server.close());

// It has ended at night once too often.
process.on('uncaughtException', (error) => console.log('uncaught:', error.message));
process.on('unhandledRejection', () => {});
