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
app.use(express.json({ limit: 10_240 }));
app.use(routes);
app.get('/{*path}', noSuchPath);
app.use(problem);
