import express, { Router } from 'express';
import { answer, nowhere, tellRequest } from './problems.js';
import { routes } from './routes.js';

const bodies = Router();
bodies.use(express.json({ limit: 10_240 }));
bodies.use(tellRequest);

export const app = express();
app.use(bodies);
app.use('/', routes);
app.use(nowhere);
app.use(answer);
