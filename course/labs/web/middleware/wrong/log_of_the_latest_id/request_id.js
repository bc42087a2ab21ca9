import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[A-Za-z0-9._-]{8,64}$/;

/** The id of the request. */
export let currentId;

/** Gives the request an id, the caller's own where it is well-formed, and tells it in the reply. */
export function requestId(req, res, next) {
  const theirs = req.get('X-Request-Id') ?? '';
  currentId = WELL_FORMED.test(theirs) ? theirs : randomUUID();
  res.set('X-Request-Id', currentId);
  next();
}
