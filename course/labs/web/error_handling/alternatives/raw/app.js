// One function around every handler, and a log of JSON lines.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { handlers } from './routes.js';
import { describe } from './problems.js';

const flat = (error) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack, cause: error.cause && flat(error.cause) }
    : { thrown: String(error) };

function fail(res, error) {
  const instance = 'urn:uuid:' + randomUUID();
  const { status, ...rest } = describe(error);
  if (status > 499) {
    process.stderr.write(JSON.stringify({ level: 'error', status, error: flat(error), instance }) + '\n');
  }
  if (res.headersSent) return void res.socket?.destroy();
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  res.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  res.end(JSON.stringify({ ...rest, status, instance }));
}

export const app = express();
app.use(express.json({ limit: 10240, type: ['json', '+json'] }));
for (const [method, path, handle] of handlers) {
  app[method](path, (req, res) => {
    Promise.resolve()
      .then(() => handle(req, res))
      .catch((error) => fail(res, error));
  });
}
app.all('/{*path}', (req, res) => fail(res, 404));
app.use((error, req, res, next) => fail(res, error, next)); // what express.json and the router say
