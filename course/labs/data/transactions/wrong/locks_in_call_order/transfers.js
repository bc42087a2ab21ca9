import { pool } from './pool.js';
import { Refused } from './refused.js';

export async function balanceOf(id) {
  const { rows } = await pool.query('select balance from account where id = $1', [id]);
  if (rows.length === 0) throw new Refused(404, `there is no account ${id}`);
  return rows[0].balance;
}

export async function transfer({ from, to, amount }) {
  const client = await pool.connect();
  let broken;
  try {
    await client.query('begin');
    const { rows: [source] } = await client.query(
      'update account set balance = balance - $2 where id = $1 and balance >= $2 returning id',
      [from, amount],
    );
    if (!source) {
      const payer = await client.query('select from account where id = $1', [from]);
      if (payer.rowCount === 0) throw new Refused(404, `there is no account ${from}`);
      throw new Refused(409, `account ${from} has less than ${amount}`);
    }
    const { rows: [target] } = await client.query(
      'update account set balance = balance + $2 where id = $1 returning id',
      [to, amount],
    );
    if (!target) throw new Refused(404, `there is no account ${to}`);
    const { rows } = await client.query(
      'insert into transfer (from_account, to_account, amount) values ($1, $2, $3) returning id',
      [from, to, amount],
    );
    await client.query('commit');
    return { id: rows[0].id, from, to, amount };
  } catch (error) {
    await client.query('rollback').catch((lost) => { broken = lost; });
    throw error;
  } finally {
    client.release(broken);
  }
}

