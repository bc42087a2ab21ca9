import express from 'express';
import { answerError, noSuchPath } from './problems.js';
import { routes } from './routes.js';

export const app = express();

const api = express.Router();
api.use(routes);
api.use(noSuchPath);
api.use(answerError); // the errors of the API

app.use(express.json({ limit: 10_240 }));
app.use(api);
