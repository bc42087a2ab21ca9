/** Tells the time in the reply and, when it is sent, in the log. */
export function measured(req, res, next) {
  const { method, originalUrl } = req;
  const start = performance.now();
  const dur = () => Math.round(performance.now() - start);
  const end = res.end;
  res.end = (...args) => {
    if (!res.headersSent) res.setHeader('Server-Timing', `app;desc="all of it";dur=${dur()}`);
    return end.apply(res, args);
  };
  res.once('finish', () => {
    const path = originalUrl.replace(/\?.*$/s, '');
    process.stdout.write(`${res.get('X-Request-Id')} ${method} ${path} ${res.statusCode} ${dur()} ms\n`);
  });
  next();
}
