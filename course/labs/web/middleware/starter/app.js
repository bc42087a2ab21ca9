// Puts the service together. Everything is here, and hardly anything is in its place.
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import morgan from 'morgan';
import { requestId } from './request_id.js';
import { timing } from './timing.js';
import { routes } from './routes.js';

export const app = express();

app.use(express.json());
app.use(routes);
app.use(requestId);
app.use(timing);
app.use(cors());
app.use(helmet());
app.use(morgan('tiny'));
