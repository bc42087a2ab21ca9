import { accountByEmail, accountByIdentity, createAccount } from './accounts.js';
import { failure } from './provider.js';
import { begin as ask, ErrorCameBack, finish as redeem, Refused } from './sign_in.js';
import { randomBytes } from 'node:crypto';

/** How long, in milliseconds, a browser may take from `begin` to `claim`. */
export const patience = 60 * 60 * 1000;

// The sign-ins that have begun, oldest first: state → what has to be known again.
const begun = new Map();

function forgetOld(now) {
  for (const [state, { until }] of begun) {
    if (until > now) break;
    begun.delete(state);
  }
}

/** Where the browser is sent, and the key by which `claim` knows it again. */
export async function begin(to) {
  const { url, expected } = await ask();
  const key = randomBytes(32).toString('base64url');
  const now = Date.now();
  forgetOld(now);
  begun.set(expected.state, { expected, key, to, until: now + patience });
  return { url, state: expected.state, key };
}

/** The sign-in that an answer belongs to. Each is given out once, and only for its key. */
export function claim({ state }, key) {
  const signIn = begun.get(state);
  if (!signIn || signIn.key !== key || signIn.until <= Date.now()) {
    throw failure(400, 'this browser has not begun such a sign-in');
  }
  begun.delete(state);
  return signIn;
}

function accountOf({ iss, sub, email, email_verified }) {
  const known = accountByIdentity(iss, sub);
  if (known) return known;
  if (email_verified !== true || typeof email !== 'string' || email === '') {
    throw failure(403, 'there is no verified address');
  }
  const identity = { iss, sub };
  const account = accountByEmail(email);
  if (!account) return createAccount(email, identity);
  if (account.identity) throw failure(403, 'the account is linked to somebody else');
  return Object.assign(account, { identity });
}

/** The account of whoever came back with this answer to a claimed sign-in. */
export async function finish(query, { expected }) {
  try {
    return accountOf(await redeem(query, expected));
  } catch (error) {
    if (error instanceof Refused) error.status = 400;
    if (error instanceof ErrorCameBack) error.status = error.error === 'access_denied' ? 403 : 502;
    throw error;
  }
}
