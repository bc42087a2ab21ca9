import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { app } from './app.js';

const server = createServer(app).listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => server.close());

// Node would do the same; our line has a time and says where the error came from.
process.on('uncaughtException', (error, origin) => {
  process.stderr.write(`${new Date().toISOString()} ${origin}: ${inspect(error)}\n`);
  process.exit(70);
});
