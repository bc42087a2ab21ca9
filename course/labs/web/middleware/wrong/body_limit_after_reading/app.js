import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { accessLog } from './access_log.js';
import { noSuchPath, problem } from './problems.js';
import { requestId } from './request_id.js';
import { routes } from './routes.js';
import { timing } from './timing.js';

export const app = express();

// What must be on every reply comes before whatever may end one: cors answers preflights, json refuses bodies.
app.use(requestId);
app.use(timing);
app.use(accessLog);
app.use(helmet());
app.use(
  cors({
    origin: 'https://shop.example',
    methods: ['GET', 'POST'],
    allowedHeaders: ['Content-Type', 'X-Request-Id'],
    exposedHeaders: ['X-Request-Id'],
    maxAge: 600,
  }),
);
app.use(express.json({ limit: '1mb' }));
app.use((req, res, next) => {
  if (JSON.stringify(req.body ?? null).length <= 10_240) return next();
  next(Object.assign(new Error('too large'), { status: 413, expose: true }));
});
app.use(routes);
app.use(noSuchPath);
app.use(problem);
