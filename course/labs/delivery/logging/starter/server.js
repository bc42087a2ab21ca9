// Starts the app. It stays as it is.
import { app } from './app.js';
import { log } from './log.js';

const port = process.env.PORT ?? 3000;

const server = app.listen(port);
server.once('listening', () => log.info({ port }, 'listening'));
