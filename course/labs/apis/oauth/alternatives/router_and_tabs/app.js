// A router of its own, sessions of its own, several sign-ins at a time for each browser.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { accountById, accountFor } from './accounts.js';
import { signIn } from './router.js';

export const app = express();
const visits = new Map();

app.disable('x-powered-by');

app.use((req, res, next) => {
  const sid = req.get('cookie')?.split('; ').find((each) => each.startsWith('sid='))?.slice(4);
  const visit = visits.get(sid) ?? { begun: new Map(), account: null };
  req.visit = visit;
  req.renew = () => {
    visits.delete(sid);
    const id = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
    visits.set(id, visit);
    res.cookie('sid', id, { httpOnly: true, sameSite: 'lax', maxAge: 8 * 3600_000 });
  };
  next();
});

app.use(signIn((person) => accountFor(person)));

app.get('/me', ({ visit: { account } }, res) => {
  if (!account) return res.status(401).end();
  const { id, email } = accountById(account);
  res.status(200).send({ id, email });
});
