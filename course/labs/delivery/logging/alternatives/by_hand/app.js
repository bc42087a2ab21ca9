import { AsyncResource } from 'node:async_hooks';
import { STATUS_CODES } from 'node:http';
import { finished } from 'node:stream';
import express from 'express';
import { identified } from './ids.js';
import { log } from './log.js';
import { routes } from './routes.js';

export const app = express();
app.use(identified);
app.use(function accounted(req, res, next) {
  const start = new Date();
  const tell = (error) => {
    const { method, path } = req;
    const status = res.statusCode;
    const fields = { method, path, status, ms: new Date() - start, aborted: Boolean(error) };
    if (status >= 500) log.error(fields, STATUS_CODES[status]);
    else if (status >= 400) log.warn(fields, STATUS_CODES[status]);
    else log.info(fields, STATUS_CODES[status]);
  };
  finished(res, AsyncResource.bind(tell));
  next();
});
app.use(express.json(), routes);
app.use((error, req, res, next) => {
  const status = error.status ?? 500;
  if (status >= 500) log.error({ stack: error.stack }, error.message);
  if (res.headersSent) return next(error);
  res.status(status).json({ error: STATUS_CODES[status] });
});
