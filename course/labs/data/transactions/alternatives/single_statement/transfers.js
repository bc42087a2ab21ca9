// A single statement is a transaction by itself: PostgreSQL does all of it or nothing.
import { pool } from './pool.js';
import { Refused } from './refused.js';

const MOVE = `
  with locked as (
    select id from account where id in ($1, $2) order by id for update
  ), debit as (
    update account set balance = balance - $3
    where id = $1 and balance >= $3 and (select count(*) from locked) = 2
    returning id
  ), credit as (
    update account set balance = balance + $3
    where id = $2 and exists (select from debit)
    returning id
  ), noted as (
    insert into transfer (from_account, to_account, amount)
    select debit.id, credit.id, $3 from debit, credit
    returning id
  )
  select (select id from noted) as id,
         (select array_agg(id) from locked) as found`;

export async function balanceOf(id) {
  const result = await pool.query({ text: 'select balance from account where id = $1', values: [id] });
  const [account] = result.rows;
  if (!account) throw new Refused(404, `unknown account: ${id}`);
  return account.balance;
}

export async function transfer({ from, to, amount }) {
  const { rows: [{ id, found }] } = await pool.query(MOVE, [from, to, amount]);
  for (const wanted of [from, to]) {
    if (!found?.includes(wanted)) throw new Refused(404, `unknown account: ${wanted}`);
  }
  if (id === null) throw new Refused(409, 'not enough money');
  return { id, from, to, amount };
}
