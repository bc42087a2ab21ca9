// Starts what app.js puts together. Nothing to do here.
import { app } from './app.js';

const server = app.listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => server.close());
