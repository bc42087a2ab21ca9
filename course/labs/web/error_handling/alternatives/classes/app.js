import express from 'express';
import { lastly, unknown } from './problems.js';
import { routes } from './routes.js';

export const app = express()
  .disable('x-powered-by')
  .use(express.json({ limit: '10kb' }), routes, unknown, lastly);
