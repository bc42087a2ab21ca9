import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import express from 'express';
import { during } from './current.js';
import { log } from './log.js';
import { routes } from './routes.js';

const safe = (id) => typeof id === 'string' && id.length >= 8 && id.length <= 64 && !/[^A-Za-z0-9._-]/.test(id);

export const app = express();

app.use((req, res, next) => {
  const given = req.headers['x-request-id'];
  const exchange = { id: safe(given) ? given : randomUUID() };
  const { method, url } = req;
  const began = Date.now();
  let told = false;
  res.setHeader('X-Request-Id', exchange.id);
  const tell = (more) => {
    if (told) return;
    told = true;
    const status = res.statusCode;
    const level = { 4: 'warn', 5: 'error' }[Math.trunc(status / 100)] ?? 'info';
    const path = url.includes('?') ? url.slice(0, url.indexOf('?')) : url;
    during(exchange, () => log[level]({ method, path, status, ms: Date.now() - began, ...more }, `${method} ${path}`));
  };
  res.on('finish', () => tell());
  res.on('close', () => tell({ aborted: true }));
  during(exchange, next);
});
app.use(express.json());
app.use(routes);
app.use((err, req, res, next) => {
  const status = err.status ?? 500;
  log[status < 500 ? 'debug' : 'error']({ error: String(err) }, 'a request failed');
  if (res.headersSent) return next(err);
  res.status(status).json({ error: STATUS_CODES[status] });
});
