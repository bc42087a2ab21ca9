import { AsyncResource } from 'node:async_hooks';
import { STATUS_CODES, createServer } from 'node:http';
import express from 'express';
import { log, withId } from './log.js';
import { routes } from './routes.js';

const inner = express();
inner.use(express.json());
inner.use(routes);
inner.use((error, req, res, next) => {
  const status = error.status ?? 500;
  if (status > 499) log.error(error);
  if (res.headersSent) return next(error);
  res.status(status).json({ error: STATUS_CODES[status] });
});

/** A plain server around Express, which knows nothing of it. It listens as an app does. */
export const app = createServer((req, res) => {
  const [id = crypto.randomUUID()] = (req.headers['x-request-id'] ?? '').match(/^[\w.-]{8,64}$/) ?? [];
  const [path] = req.url.split('?');
  const since = process.hrtime.bigint();
  res.setHeader('X-Request-Id', id);
  withId(id, () => {
    const over = new AsyncResource('request over');
    res.on('close', () =>
      over.runInAsyncScope(() => {
        const { statusCode: status, writableFinished } = res;
        const ms = Number(process.hrtime.bigint() - since) / 1e6;
        const entry = { method: req.method, path, status, ms };
        if (!writableFinished) entry.aborted = true;
        if (status < 400) log.info(entry, 'over');
        else if (status < 500) log.warn(entry, 'over');
        else log.error(entry, 'over');
      }),
    );
    inner(req, res);
  });
});
