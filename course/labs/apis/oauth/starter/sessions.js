// What the server keeps for each browser. The browser holds no more than an id that nobody guesses, in the cookie `sid`.
import { randomBytes } from 'node:crypto';

const sessions = new Map();

function sessionId(req) {
  return /(?:^|;\s*)sid=([^;]*)/.exec(req.headers.cookie ?? '')?.[1];
}

// What is kept for the browser that sent this request: the very object. Undefined where there is none.
export function sessionOf(req) {
  return sessions.get(sessionId(req));
}

// Keeps this object for the browser from now on, under a new id, in place of what was kept for it before.
export function openSession(req, res, session) {
  sessions.delete(sessionId(req));
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, session);
  res.cookie('sid', id, { httpOnly: true, sameSite: 'lax' });
}
