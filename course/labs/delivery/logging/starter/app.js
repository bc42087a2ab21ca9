import { STATUS_CODES } from 'node:http';
import express from 'express';
import { routes } from './routes.js';

export const app = express();

app.use(express.json());
app.use(routes);
app.use((error, req, res, next) => {
  console.error(error);
  if (res.headersSent) return next(error);
  const status = error.status ?? 500;
  res.status(status).json({ error: STATUS_CODES[status] });
});
