import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { STATUS_CODES } from 'node:http';

const allowed = (c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || '._-'.includes(c);
const wellFormed = (id) => typeof id === 'string' && id.length >= 8 && id.length <= 64 && [...id].every(allowed);

export const identified = (context, inner) => {
  const wish = context.req.headers['x-request-id'];
  context.id = wellFormed(wish) ? wish : randomUUID();
  context.res.setHeader('X-Request-Id', context.id);
  return inner();
};

export const timed = (context, inner) => {
  const { res } = context;
  const start = performance.now();
  const original = res.writeHead.bind(res);
  res.writeHead = (...args) => {
    context.took = performance.now() - start;
    res.setHeader('Server-Timing', `app;dur=${context.took.toFixed(2)}`);
    return original(...args);
  };
  return inner();
};

export const logged = (context, inner) => {
  const { req, res } = context;
  const [path] = req.url.split('?');
  once(res, 'finish').then(() => {
    process.stdout.write(`${context.id} ${req.method} ${path} ${res.statusCode} ${context.took.toFixed(2)} ms\n`);
  }, () => {});
  return inner();
};

const tell = (res, status) => {
  res.writeHead(status, { 'Content-Type': 'application/problem+json' });
  res.end(JSON.stringify({ type: 'about:blank', status, title: STATUS_CODES[status] }));
};

export const rescued = async (context, inner) => {
  const { res } = context;
  try {
    await inner();
    if (!res.headersSent && !res.destroyed) tell(res, 404);
  } catch (error) {
    const status = [400, 413, 415].includes(error.status) ? error.status : 500;
    if (status === 500) console.error(`${context.id}: ${error.stack}`);
    if (res.headersSent) res.destroy();
    else tell(res, status);
  }
};
