// What is offered over HTTP. It stays as it is.
import { Router } from 'express';
import { log } from './log.js';
import { charge, count, importLater, inventory, refund, report } from './orders.js';

export const routes = Router();

routes.get('/health', (req, res) => {
  log.debug({}, 'alive');
  res.json({ status: 'ok' });
});

routes.post('/charges', async (req, res) => {
  await charge(req.body);
  res.sendStatus(204);
});

routes.post('/refunds', async (req, res) => {
  await refund();
  res.sendStatus(204);
});

routes.get('/stock', async (req, res) => {
  res.json(await inventory());
});

routes.get('/report', async (req, res) => {
  res.json(await report());
});

routes.post('/imports', (req, res) => {
  importLater();
  res.sendStatus(202);
});

routes.post('/counts', (req, res) => {
  count();
  res.sendStatus(202);
});
