import { pool } from './pool.js';
import { Refused } from './refused.js';

export async function balanceOf(id) {
  const { rows } = await pool.query('select balance from account where id = $1', [id]);
  if (rows.length === 0) throw new Refused(404, `there is no account ${id}`);
  return rows[0].balance;
}

export async function transfer({ from, to, amount }) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const balances = await lockAccounts(client, [from, to]);
    if (balances.get(from) < amount) throw new Refused(409, `account ${from} has less than ${amount}`);
    await client.query('update account set balance = balance - $2 where id = $1', [from, amount]);
    await client.query('update account set balance = balance + $2 where id = $1', [to, amount]);
    const { rows } = await client.query(
      'insert into transfer (from_account, to_account, amount) values ($1, $2, $3) returning id',
      [from, to, amount],
    );
    await client.query('commit');
    client.release();
    return { id: rows[0].id, from, to, amount };
  } catch (error) {
    await client.query('rollback');
    client.release();
    throw error;
  }
}

async function lockAccounts(client, ids) {
  const { rows } = await client.query(
    'select id, balance from account where id = any($1) order by id for update',
    [ids],
  );
  const balances = new Map(rows.map(({ id, balance }) => [id, balance]));
  const missing = ids.find((id) => !balances.has(id));
  if (missing !== undefined) throw new Refused(404, `there is no account ${missing}`);
  return balances;
}
