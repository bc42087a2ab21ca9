// All in one place: a list in the order of the wire, and a log line made by a function.
import cors from 'cors';
import { randomBytes } from 'node:crypto';
import express, { Router } from 'express';
import helmet from 'helmet';
import morgan from 'morgan';
import onHeaders from 'on-headers';
import { routes } from './routes.js';

class Problem extends Error {
  constructor(status, title, cause) {
    super(title, { cause });
    this.status = status;
  }

  static of(error) {
    if (error instanceof Problem) return error;
    const titles = { 400: 'Malformed body', 413: 'Body too large', 415: 'Unknown charset' };
    const title = titles[error.status];
    return title ? new Problem(error.status, title, error) : new Problem(500, 'Our fault', error);
  }

  toJSON() {
    return { type: 'about:blank', title: this.message, status: this.status };
  }
}

const identify = (req, res, next) => {
  const given = String(req.headers['x-request-id']);
  const good = given.length >= 8 && given.length <= 64 && !/[^\w.-]/.test(given);
  res.locals.id = good && req.headers['x-request-id'] ? given : randomBytes(12).toString('hex');
  res.setHeader('x-request-id', res.locals.id);
  next();
};

const time = (req, res, next) => {
  const start = process.hrtime.bigint();
  onHeaders(res, () => {
    res.append('Server-Timing', `app;dur=${Number(process.hrtime.bigint() - start) / 1e6}`);
  });
  next();
};

const log = morgan((tokens, req, res) => {
  const { pathname } = new URL(req.originalUrl, 'http://localhost');
  const ms = tokens['response-time'](req, res, 1);
  return `${res.locals.id} ${req.method} ${pathname} ${res.statusCode} ${ms} ms`;
});

const shop = cors((req, done) =>
  done(null, {
    origin: req.get('Origin') === 'https://shop.example' ? 'https://shop.example' : [],
    methods: 'POST',
    allowedHeaders: 'Content-Type,X-Request-Id',
    exposedHeaders: 'X-Request-Id,Server-Timing',
    maxAge: 600,
  }),
);

const chain = Router().use([identify, time, log, helmet(), shop], express.json({ limit: '10kb' }), routes);
chain.use(() => {
  throw new Problem(404, 'No such path');
});
chain.use((error, req, res, _next) => {
  const problem = Problem.of(error);
  res.status(problem.status).type('application/problem+json').end(JSON.stringify(problem));
});

export const app = express().use(chain);
