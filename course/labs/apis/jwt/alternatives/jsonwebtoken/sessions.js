import { randomUUID } from 'node:crypto';

const DAYS = 86_400_000;

export const IDLE = 14 * DAYS;

/** A session knows the one token that is good; its id is the token's first half. */
class Session {
  id = randomUUID();
  began = Date.now();
  secret = null;
  renewed = 0;

  constructor(userId) {
    this.userId = userId;
    this.renew();
  }

  renew() {
    this.secret = randomUUID();
    this.renewed = Date.now();
  }

  get token() {
    return `${this.id}.${this.secret}`;
  }

  get runs() {
    return Date.now() - this.renewed < IDLE && Date.now() - this.began < 30 * DAYS;
  }
}

const sessions = new Map();

function find(token = '') {
  const [id, secret] = token.split('.');
  return { session: sessions.get(id), secret };
}

export function openSession(userId) {
  const session = new Session(userId);
  sessions.set(session.id, session);
  return session.token;
}

export function refreshSession(token) {
  const { session, secret } = find(token);
  if (!session?.runs) return undefined;
  if (session.secret !== secret) {
    sessions.delete(session.id);
    console.log(JSON.stringify({ level: 'warn', msg: 'refresh token reuse', user: session.userId }));
    return undefined;
  }
  session.renew();
  return { userId: session.userId, refreshToken: session.token };
}

export function closeSession(token) {
  const { session } = find(token);
  if (session) sessions.delete(session.id);
}
