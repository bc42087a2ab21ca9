// Whoever wants to touch an account takes its number first, smaller numbers before larger ones. The
// numbers are advisory locks, which end with the transaction; the rows themselves are never waited for.
import { Refused } from './refused.js';
import { UnitOfWork } from './unit_of_work.js';

export async function balanceOf(id) {
  await using work = await UnitOfWork.begin();
  return balance(work, id);
}

async function balance(work, id) {
  const { rows: [account] } = await work.sql`select balance from account where id = ${id}`;
  return account?.balance ?? Promise.reject(new Refused(404, `no account ${id}`));
}

export async function transfer({ from, to, amount }) {
  await using work = await UnitOfWork.begin();
  for (const id of [from, to].sort((a, b) => a - b)) {
    await work.sql`select pg_advisory_xact_lock(${id})`;
  }

  const left = await balance(work, from) - amount;
  const sum = await balance(work, to) + amount;
  if (left < 0) throw new Refused(409, `${amount} is more than there is`);

  await work.sql`update account set balance = ${left} where id = ${from}`;
  await work.sql`update account set balance = ${sum} where id = ${to}`;
  const { rows: [noted] } = await work.sql`
    insert into transfer (from_account, to_account, amount)
    values (${from}, ${to}, ${amount}) returning id`;
  await work.commit();
  return { ...noted, from, to, amount };
}
