import { performance } from 'node:perf_hooks';

export function timing(req, res, next) {
  const start = performance.now();
  const taken = performance.now() - start;
  res.setHeader('Server-Timing', `app;dur=${taken.toFixed(3)}`);
  next();
}
