import { performance } from 'node:perf_hooks';

const start = performance.now();

/** Tells in the reply how long it took, as late as a header can be set: when the head is written. */
export function timing(req, res, next) {
  const writeHead = res.writeHead;
  res.writeHead = function (...args) {
    const taken = performance.now() - start;
    this.setHeader('Server-Timing', `app;dur=${taken.toFixed(3)}`);
    return writeHead.apply(this, args);
  };
  next();
}
