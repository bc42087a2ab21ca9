import { pool } from './pool.js';
import { Refused } from './refused.js';

export async function balanceOf(id) {
  const { rows } = await pool.query('select balance from account where id = $1', [id]);
  if (rows.length === 0) throw new Refused(404, `there is no account ${id}`);
  return rows[0].balance;
}

export async function transfer(order) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(order);
    } catch (error) {
      if (error.code !== '40P01' || attempt === 5) throw error;
    }
  }
}

async function once({ from, to, amount }) {
  const client = await pool.connect();
  let broken;
  try {
    await client.query('begin');
    const source = await client.query('select balance from account where id = $1 for update', [from]);
    const target = await client.query('select balance from account where id = $1', [to]);
    if (!source.rowCount || !target.rowCount) throw new Refused(404, 'there is no such account');
    const left = source.rows[0].balance - amount;
    if (left < 0) throw new Refused(409, `account ${from} has less than ${amount}`);
    const put = 'update account set balance = $2 where id = $1';
    await client.query(put, [from, left]);
    await client.query(put, [to, target.rows[0].balance + amount]);
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
