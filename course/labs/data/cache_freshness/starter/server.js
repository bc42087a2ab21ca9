import express from 'express';
import { findProduct, saveProduct } from './products.js';

const app = express();
app.use(express.json());

app.param('id', (req, res, next, text) => {
  req.id = Number(text);
  const known = /^\d{1,9}$/.test(text);
  next(known ? undefined : problem(404, 'there is no such product'));
});

app.get('/products/:id', async (req, res) => {
  const product = await findProduct(req.id);
  if (!product) throw problem(404, 'there is no such product');
  res.json(product);
});

app.put('/products/:id', async (req, res) => {
  const { name, price, description } = req.body ?? {};
  if (typeof name !== 'string' || !Number.isInteger(price) || typeof description !== 'string') {
    throw problem(400, 'name and description are texts, price is a whole number of cents');
  }
  await saveProduct({ id: req.id, name, price, description });
  res.status(204).end();
});

function problem(status, message) {
  return Object.assign(new Error(message), { status });
}

// Whatever has no status is trouble behind us: the caller may try again later.
app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  const status = error.status ?? 503;
  if (status === 503) console.error(`${req.method} ${req.url}: ${error.message}`);
  res.status(status).type('application/problem+json').json({ status, title: error.message });
});

app.listen(process.env.PORT);
