// Without cors, morgan and helmet: what they do is a few headers and a line.
import express from 'express';
import { refuse, unknown } from './problems.js';
import { requestId } from './request_id.js';
import { routes } from './routes.js';
import { measured } from './timing.js';

const SHOP = 'https://shop.example';

const HEADERS = {
  'Content-Security-Policy': "default-src 'self'; frame-ancestors 'self'; object-src 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
};

function origins(req, res, next) {
  res.vary('Origin');
  if (req.headers.origin !== SHOP) return req.method === 'OPTIONS' ? res.status(204).end() : next();
  res.set({ 'Access-Control-Allow-Origin': SHOP, 'Access-Control-Expose-Headers': 'x-request-id' });
  if (req.method !== 'OPTIONS') return next();
  res.set({
    'Access-Control-Allow-Methods': 'GET, HEAD, POST',
    'Access-Control-Allow-Headers': 'content-type, x-request-id',
    'Access-Control-Max-Age': '600',
  });
  res.status(204).end();
}

export const app = express();
app.disable('x-powered-by');
app.use(requestId, measured);
app.use((req, res, next) => {
  res.set(HEADERS);
  next();
});
app.use(origins);
app.use(express.json({ limit: 10 * 1024, strict: false }));
app.use('/', routes);
app.use(unknown, refuse);
