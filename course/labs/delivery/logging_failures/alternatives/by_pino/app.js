import { STATUS_CODES } from 'node:http';
import express from 'express';
import { log } from './log.js';
import { account, identify } from './requests.js';
import { routes } from './routes.js';

export const app = express();

app.use(identify, account, express.json(), routes);

app.use((error, req, res, next) => {
  if (error.status < 500) log.debug(error, 'refused');
  else log.error(error, `${req.method} ${req.path}`);
  next(error);
});

app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  const { status = 500 } = error;
  res.status(status).json({ error: STATUS_CODES[status] });
});
