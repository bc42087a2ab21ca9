import { pool } from './pool.js';
import { Refused } from './refused.js';

export async function balanceOf(id) {
  const { rows } = await pool.query('select balance from account where id = $1', [id]);
  if (rows.length === 0) throw new Refused(404, `there is no account ${id}`);
  return rows[0].balance;
}

export async function transfer({ from, to, amount }) {
  await balanceOf(to);
  const debit = await pool.query(
    'update account set balance = balance - $2 where id = $1 and balance >= $2',
    [from, amount],
  );
  if (debit.rowCount === 0) {
    await balanceOf(from);
    throw new Refused(409, `account ${from} has less than ${amount}`);
  }
  await pool.query('update account set balance = balance + $2 where id = $1', [to, amount]);
  const { rows } = await pool.query(
    'insert into transfer (from_account, to_account, amount) values ($1, $2, $3) returning id',
    [from, to, amount],
  );
  return { id: rows[0].id, from, to, amount };
}
