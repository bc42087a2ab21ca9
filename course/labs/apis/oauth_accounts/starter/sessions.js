// Sessions, as a store would keep them: an object under an id that nobody guesses.
import { randomBytes } from 'node:crypto';

const sessions = new Map();

// The id that came with a request in the cookie `sid`.
export function sessionId(req) {
  return /(?:^|;\s*)sid=([^;]*)/.exec(req.headers.cookie ?? '')?.[1];
}

export function findSession(id) {
  return sessions.get(id);
}

export function openSession(data) {
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, data);
  return id;
}

export function endSession(id) {
  sessions.delete(id);
}
