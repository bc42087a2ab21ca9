import express from 'express';
import { answerError, noSuchPath } from './problems.js';
import { routes } from './routes.js';

export const app = express();

app.use(express.json({ limit: 10_240 }));
app.use(routes);
app.get('/{*path}', noSuchPath);
app.use(answerError);
