// The condition stands in the update itself, and a deadlock is answered by doing it again.
import { pool } from './pool.js';
import { Refused } from './refused.js';

export async function balanceOf(id, on = pool) {
  const { rows, rowCount } = await on.query('SELECT balance FROM account WHERE id = $1', [id]);
  if (rowCount !== 1) throw new Refused(404, 'no such account');
  return rows[0].balance;
}

export async function transfer(order) {
  let tries = 5;
  while (true) {
    try {
      return await attempt(order);
    } catch (error) {
      tries -= 1;
      if (error.code !== '40P01' || tries === 0) throw error;
    }
  }
}

async function attempt({ from, to, amount }) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const debit = await client.query(
      'UPDATE account SET balance = balance - $1 WHERE id = $2 AND balance >= $1',
      [amount, from],
    );
    const credit = await client.query(
      'UPDATE account SET balance = balance + $1 WHERE id = $2',
      [amount, to],
    );
    if (debit.rowCount === 0 || credit.rowCount === 0) {
      await client.query('ROLLBACK');
      await balanceOf(from, client);
      await balanceOf(to, client);
      throw new Refused(409, 'not enough money');
    }
    const { rows: [{ id }] } = await client.query(
      'INSERT INTO transfer (from_account, to_account, amount) VALUES ($1, $2, $3) RETURNING id',
      [from, to, amount],
    );
    await client.query('COMMIT');
    client.release();
    return { id, from, to, amount };
  } catch (error) {
    client.release(true); // whatever state it is in, nobody else shall have it
    throw error;
  }
}
