const WELL_FORMED = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives the request an id, the caller's own where it is well-formed, and tells it in the reply. */
export function requestId(req, res, next) {
  const theirs = req.get('X-Request-Id') ?? '';
  req.id = WELL_FORMED.test(theirs) ? theirs : String(Math.floor(Date.now() / 1000));
  res.set('X-Request-Id', req.id);
  next();
}
