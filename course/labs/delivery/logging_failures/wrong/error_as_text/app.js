import { STATUS_CODES } from 'node:http';
import express from 'express';
import { log } from './log.js';
import { account, identify } from './requests.js';
import { routes } from './routes.js';

export const app = express();

app.use(identify);
app.use(account);
app.use(express.json());
app.use(routes);
app.use((error, req, res, next) => {
  const status = error.status ?? 500;
  if (status >= 500) log.error({ err: error.stack }, 'request failed');
  if (res.headersSent) return next(error);
  res.status(status).json({ error: STATUS_CODES[status] });
});
