import { randomUUID } from 'node:crypto';

/** Gives the request an id, the caller's own where it is well-formed, and tells it in the reply. */
export function requestId(req, res, next) {
  req.id = randomUUID();
  res.set('X-Request-Id', req.id);
  next();
}
