import { AsyncLocalStorage } from 'node:async_hooks';

const store = new AsyncLocalStorage();

export const idOf = () => store.getStore()?.get('id');

export function identified(req, res, next) {
  const theirs = String(req.headers['x-request-id'] ?? '');
  const good = /^[A-Z0-9._-]{8,64}$/i.test(theirs);
  const id = good ? theirs : crypto.randomUUID();
  res.setHeader('X-Request-Id', id);
  store.enterWith(new Map([['id', id]]));
  next();
}
