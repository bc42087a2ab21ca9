import { accountByEmail, accountByIdentity, createAccount } from './accounts.js';

// The account of a person, or null.
export function accountFor(person) {
  const { iss, sub } = person;
  const linked = accountByIdentity(iss, sub);
  if (linked) return linked;

  const trusted = person.email_verified === true && person.email;
  if (!trusted) return null;

  const waiting = accountByEmail(person.email);
  if (waiting === undefined) return createAccount(person.email, { iss, sub });
  if (waiting.identity !== null) return null;
  waiting.identity = { iss, sub };
  return waiting;
}
