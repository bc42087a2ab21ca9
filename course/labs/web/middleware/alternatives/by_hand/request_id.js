const start = `${process.pid}-${Date.now().toString(36)}`;
let made = 0;

export function requestId(req, res, next) {
  const [id] = /^[\w.-]{8,64}$/.exec(req.header('x-request-id') ?? '') ?? [`${start}-${++made}`];
  req.headers['x-request-id'] = id;
  res.header('X-Request-Id', id);
  next();
}
