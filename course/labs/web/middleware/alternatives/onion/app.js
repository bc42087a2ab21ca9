// Layers around a core, as Koa has them; Express is only the innermost one.
import { createServer } from 'node:http';
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { identified, logged, rescued, timed } from './layers.js';
import { layer, onion } from './onion.js';
import { routes } from './routes.js';

const inner = express().disable('x-powered-by').use(express.json({ limit: '10kb' }), routes);

const handle = onion(
  timed,
  identified,
  logged,
  layer(helmet()),
  layer(cors({
    origin: ['https://shop.example'],
    methods: 'POST',
    allowedHeaders: 'Content-Type,X-Request-Id',
    exposedHeaders: 'X-Request-Id',
    maxAge: 600,
  })),
  rescued,
  layer(inner),
);

export const app = createServer((req, res) => handle({ req, res }));
