// Starts what app.js puts together. Nothing to do here.
import express from 'express';
import { app } from './app.js';
import { clock } from './clock.js';

const server = express()
  .use(clock)
  .use(app)
  .use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    const status = error.status ?? 500; // a body that is no JSON has one, and a message that quotes it
    if (status === 500) console.error(error);
    res.sendStatus(status);
  })
  .listen(process.env.PORT ?? 3000);

process.once('SIGTERM', () => server.close());
