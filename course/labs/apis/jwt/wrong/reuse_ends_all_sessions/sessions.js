// Sessions and their refresh tokens, in memory. A token is known by its digest only.
import { createHash, randomBytes } from 'node:crypto';

const DAY = 24 * 60 * 60 * 1000;
const SESSION = 30 * DAY;

export const IDLE = 14 * DAY;

const tokens = new Map();

/** Begins a session and gives its first refresh token. */
export function openSession(userId) {
  return nextToken({ userId, ends: Date.now() + SESSION, over: false });
}

/** Takes a refresh token for the next one. Gives undefined where the token is not to be accepted. */
export function refreshSession(token) {
  const known = tokens.get(digest(token));
  if (!known) return undefined;
  const { session, expires, spent } = known;
  if (session.over || Date.now() >= Math.min(expires, session.ends)) return undefined;
  if (spent) {
    for (const each of tokens.values()) {
      if (each.session.userId === session.userId) each.session.over = true;
    }
    console.warn(`refresh token reuse: a session of ${session.userId} is over`);
    return undefined;
  }
  known.spent = true;
  return { userId: session.userId, refreshToken: nextToken(session) };
}

/** Ends the session the token belongs to. */
export function closeSession(token) {
  const known = tokens.get(digest(token));
  if (known) known.session.over = true;
}

function nextToken(session) {
  const token = randomBytes(32).toString('base64url');
  tokens.set(digest(token), { session, expires: Date.now() + IDLE, spent: false });
  return token;
}

function digest(token) {
  return createHash('sha256').update(String(token)).digest('base64url');
}
