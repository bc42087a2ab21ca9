import express from 'express';
import mongoose from 'mongoose';
import * as intake from './intake.js';
import { Refused } from './refused.js';
import * as shop from './shop.js';

await mongoose.connect(process.env.MONGO_URL);
await Promise.all(Object.values(mongoose.models).map((model) => model.init())); // until the indexes are there

const app = express();
app.use(express.json());

app.param('id', (req, res, next, id) => {
  next(/^[0-9a-f]{24}$/.test(id) ? undefined : new Refused(404, `there is no ${id}`));
});

app.post('/customers', async (req, res) => {
  res.status(201).json(await intake.addCustomer(object(req.body)));
});
app.get('/customers/:id', async (req, res) => {
  res.json(await shop.findCustomer(req.params.id));
});
app.patch('/customers/:id', async (req, res) => {
  res.json(await intake.changeCustomer(req.params.id, object(req.body)));
});

app.post('/orders', async (req, res) => {
  const order = object(req.body);
  if (!Array.isArray(order.lines)) throw new Refused(400, 'lines is a list');
  order.lines.forEach(object);
  res.status(201).json(await shop.placeOrder(order));
});
app.get('/orders', async (req, res) => {
  res.json(await shop.listOrders());
});
app.get('/orders/:id', async (req, res) => {
  res.json(await shop.findOrder(req.params.id));
});
app.patch('/orders/:id', async (req, res) => {
  const { version, ...changes } = object(req.body);
  if (!Number.isSafeInteger(version)) throw new Refused(400, 'version is a whole number');
  res.json(await shop.changeOrder(req.params.id, version, changes));
});

function object(value) {
  if (value === null || typeof value !== 'object') throw new Refused(400, 'an object is expected');
  return value;
}

// What Mongoose's validation refuses is 422. Whatever has no status is trouble with the database.
app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  const invalid = error.name === 'ValidationError';
  const status = invalid ? 422 : (error.status ?? 503);
  const fields = invalid ? Object.keys(error.errors) : error.fields;
  if (status === 503) console.error(error);
  res.status(status).type('application/problem+json').json({ status, title: error.message, fields });
});

app.listen(process.env.PORT);
