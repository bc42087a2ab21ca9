const TITLES = new Map([
  [400, 'The body is not JSON'],
  [404, 'There is nothing here'],
  [413, 'The body has more than 10,240 bytes'],
]);

function answer(res, status) {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  res.end(JSON.stringify({ status, title: TITLES.get(status) ?? 'Something broke' }));
}

export function unknown(req, res) {
  answer(res, 404);
}

export function refuse(error, req, res, next) {
  if (res.headersSent) next(error);
  else answer(res, TITLES.has(error.status) ? error.status : 500);
}
