import express from 'express';
import { Refused } from './refused.js';
import { balanceOf, transfer } from './transfers.js';

const app = express();
app.use(express.json());

app.post('/transfers', async (req, res) => {
  const { from, to, amount } = req.body ?? {};
  const whole = [from, to, amount].every(Number.isSafeInteger);
  if (!whole || amount <= 0 || from === to) {
    throw new Refused(400, 'from, to and amount are whole numbers; amount is above 0; from is not to');
  }
  res.status(201).json(await transfer({ from, to, amount }));
});

app.get('/accounts/:id', async (req, res) => {
  const id = Number(req.params.id);
  res.json({ id, balance: await balanceOf(id) });
});

// Whatever is no refusal is trouble with the database: the caller may try again later.
app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  const status = error.status ?? 503;
  if (status === 503) console.error(`${req.method} ${req.url}: ${error.message}`);
  res.status(status).type('application/problem+json').json({ status, title: error.message });
});

app.listen(process.env.PORT);
