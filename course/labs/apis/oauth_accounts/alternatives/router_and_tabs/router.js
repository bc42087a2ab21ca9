import { Router } from 'express';
import { begin, ErrorCameBack, finish, Refused } from './sign_in.js';

function isLocal(path) {
  return /^\/([^/\\]|$)/.test(path) && ![...path].some((each) => each < ' ');
}

export function signIn(accountFor) {
  const router = new Router();

  router.get('/login', async (req, res) => {
    const { url, expected } = await begin();
    const to = isLocal(req.query.to) ? req.query.to : '/';
    req.visit.begun.set(expected.state, { expected, to });
    req.renew();
    res.redirect(url);
  });

  router.get('/callback', async (req, res) => {
    const { state } = req.query;
    const begun = req.visit.begun.get(state);
    if (!begun) return res.sendStatus(400);
    req.visit.begun.delete(state);
    const account = accountFor(await finish(req.query, begun.expected));
    if (!account) return res.sendStatus(403);
    req.visit.account = account.id;
    req.renew();
    res.redirect(303, begun.to);
  });

  // Whatever is no refusal is the provider's trouble.
  router.use((error, req, res, next) => {
    if (error instanceof ErrorCameBack && error.error === 'access_denied') return res.sendStatus(403);
    res.sendStatus(error instanceof Refused ? 400 : 502);
  });

  return router;
}
