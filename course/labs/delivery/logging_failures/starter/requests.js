// From the lab before. It stays as it is.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { log, requestId } from './log.js';

const SAFE = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives the request an id, the caller's own where it is safe, and runs all that follows with it. */
export function identify(req, res, next) {
  const theirs = req.get('X-Request-Id') ?? '';
  const id = SAFE.test(theirs) ? theirs : randomUUID();
  res.set('X-Request-Id', id);
  requestId.run(id, next);
}

/** One line for each request, when it is over. */
export function account(req, res, next) {
  const start = performance.now();
  const close = () => {
    const fields = {
      method: req.method,
      path: req.originalUrl.split('?', 1)[0], // a query may carry secrets
      status: res.statusCode,
      ms: performance.now() - start,
      aborted: !res.writableFinished,
    };
    log[levelOf(fields.status)](fields, 'request');
  };
  res.once('close', AsyncLocalStorage.bind(close)); // events know nothing of the request by themselves
  next();
}

function levelOf(status) {
  if (status >= 500) return 'error';
  return status >= 400 ? 'warn' : 'info';
}
