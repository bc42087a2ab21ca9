// Optimistic: nobody waits for a lock. PostgreSQL lets a transaction fail that would not have
// come out the same in some order one after the other, and it is done again.
import { pool } from './pool.js';
import { Refused } from './refused.js';

const AGAIN = new Set(['40001', '40P01']); // serialization failure, deadlock: certainly not done

class Session {
  constructor(client) { this.client = client; }

  async one(text, ...values) {
    const { rows } = await this.client.query(text, values);
    return rows[0];
  }

  async balance(id) {
    const account = await this.one('select balance from account where id = $1', id);
    if (account === undefined) throw new Refused(404, `no account ${id}`);
    return account.balance;
  }
}

async function serializable(work) {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let fault = null;
    try {
      await client.query('begin isolation level serializable');
      const result = await work(new Session(client));
      await client.query('commit');
      return result;
    } catch (error) {
      fault = error;
      await client.query('rollback').catch(() => {});
      if (!AGAIN.has(error.code) || attempt === 10) throw error;
    } finally {
      client.release(fault !== null && !(fault instanceof Refused) && !AGAIN.has(fault.code));
    }
  }
}

export const balanceOf = (id) => pool.query('select balance from account where id = $1', [id])
  .then(({ rows }) => {
    if (!rows.length) throw new Refused(404, `no account ${id}`);
    return rows[0].balance;
  });

export const transfer = ({ from, to, amount }) => serializable(async (session) => {
  const source = await session.balance(from);
  const target = await session.balance(to);
  if (source < amount) throw new Refused(409, 'insufficient funds');
  await session.one('update account set balance = $2 where id = $1', from, source - amount);
  await session.one('update account set balance = $2 where id = $1', to, target + amount);
  const { id } = await session.one(
    'insert into transfer (from_account, to_account, amount) values ($1, $2, $3) returning id',
    from, to, amount,
  );
  return { id, from, to, amount };
});
