import { performance } from 'node:perf_hooks';

let start;

/** Tells in the reply how long it took, as late as a header can be set: when the head is written. */
export function timing(req, res, next) {
  start = performance.now();
  const writeHead = res.writeHead;
  res.writeHead = function (...args) {
    const taken = performance.now() - start;
    this.setHeader('Server-Timing', `app;dur=${taken.toFixed(3)}`);
    return writeHead.apply(this, args);
  };
  next();
}
