// As it would be with a store elsewhere: every call is awaited, and one lock per session keeps others out meanwhile.
import { randomBytes } from 'node:crypto';
import { setImmediate as elsewhere } from 'node:timers/promises';

const DAY = 86_400;
const records = new Map();
const locks = new WeakMap();

const now = () => Math.trunc(new Date().getTime() / 1000);

async function load(token) {
  await elsewhere();
  return records.get(token);
}

async function store(session) {
  await elsewhere();
  const token = randomBytes(20).toString('hex');
  records.set(token, { session, until: Math.min(now() + 14 * DAY, session.until), usedAt: null });
  return token;
}

function locked(session, work) {
  const turn = (locks.get(session) ?? Promise.resolve()).then(work);
  locks.set(
    session,
    turn.catch(() => {}),
  );
  return turn;
}

export function openSession(userId) {
  return store({ userId, until: now() + 30 * DAY, state: 'open' });
}

export async function refreshSession(token) {
  const record = await load(token);
  if (!record) return undefined;
  return locked(record.session, async () => {
    const { session } = record;
    if (session.state !== 'open' || record.until <= now()) return undefined;
    if (record.usedAt !== null) {
      session.state = 'reused';
      console.error('refresh token reuse by or against', session.userId);
      return undefined;
    }
    record.usedAt = now();
    return { userId: session.userId, refreshToken: await store(session) };
  });
}

export async function closeSession(token) {
  const record = await load(token);
  if (record) await locked(record.session, () => (record.session.state = 'closed'));
}
