import { STATUS_CODES } from 'node:http';

/** Answers what no route has answered. */
export function noSuchPath(req, res) {
  send(res, 404);
}

/** Answers whatever went wrong before: the caller's mistakes by their status, ours as 500 without a word. */
export function problem(error, req, res, next) {
  if (res.headersSent) return next(error);
  const status = error.expose ? error.status : 500;
  if (status === 500) console.error(error);
  send(res, status);
}

function send(res, status) {
  res.status(status).type('application/problem+json').send({ title: STATUS_CODES[status], status });
}
