let made = 0;
const process_ = `${process.pid}-${Date.now().toString(36)}`;

export function requestId(req, res, next) {
  const [, id = `${process_}-${++made}`] = /^([\w.-]{8,64})$/.exec(req.header('x-request-id')) ?? [];
  req.headers['x-request-id'] = id;
  res.header('X-Request-Id', id);
  next();
}
