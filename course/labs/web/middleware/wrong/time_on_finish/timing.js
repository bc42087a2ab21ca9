import { performance } from 'node:perf_hooks';

export function timing(req, res, next) {
  const start = performance.now();
  res.on('finish', () => {
    const taken = performance.now() - start;
    if (!res.headersSent) res.setHeader('Server-Timing', `app;dur=${taken.toFixed(3)}`);
  });
  next();
}
