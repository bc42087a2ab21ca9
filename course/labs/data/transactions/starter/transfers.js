import { pool } from './pool.js';
import { Refused } from './refused.js';

/** The balance of an account; Refused 404 where there is none. */
export async function balanceOf(id) {
  const { rows } = await pool.query('select balance from account where id = $1', [id]);
  if (rows.length === 0) throw new Refused(404, `there is no account ${id}`);
  return rows[0].balance;
}

/**
 * Moves an amount from one account to another and notes it in the table transfer.
 * Refused 404 where an account is missing, 409 where the money is.
 *
 * This works as long as one transfer is made at a time and nothing breaks.
 */
export async function transfer({ from, to, amount }) {
  const fromBalance = await balanceOf(from);
  const toBalance = await balanceOf(to);
  if (fromBalance < amount) throw new Refused(409, `account ${from} has less than ${amount}`);

  await pool.query('update account set balance = $2 where id = $1', [from, fromBalance - amount]);
  await pool.query('update account set balance = $2 where id = $1', [to, toBalance + amount]);
  const { rows } = await pool.query(
    'insert into transfer (from_account, to_account, amount) values ($1, $2, $3) returning id',
    [from, to, amount],
  );
  return { id: rows[0].id, from, to, amount };
}
