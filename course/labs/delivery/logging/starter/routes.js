// What is offered over HTTP. It stays as it is. `log.info(fields, message)` is all it asks of log.js.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { log } from './log.js';
import { charge, place, sendLater } from './orders.js';

export const routes = Router();

routes.get('/health', (req, res) => {
  log.debug({}, 'alive');
  res.json({ status: 'ok' });
});

routes.post('/login', (req, res) => {
  log.debug({ headers: req.headers, body: req.body }, 'login');
  res.cookie('sid', randomUUID(), { httpOnly: true });
  log.info({ headers: res.getHeaders() }, 'logged in');
  res.sendStatus(204);
});

routes.post('/orders', async (req, res) => {
  log.info(req.body ?? {}, 'order received');
  res.status(201).json({ order: await place(req.body) });
});

routes.post('/charges', async (req, res) => {
  await charge(req.body);
  res.sendStatus(204);
});

routes.get('/report', async (req, res) => {
  log.info({}, 'report begun');
  await pause(400);
  log.info({ rows: 3 }, 'report done');
  res.json({ rows: 3 });
});

routes.post('/newsletter', (req, res) => {
  sendLater();
  res.sendStatus(202);
});
