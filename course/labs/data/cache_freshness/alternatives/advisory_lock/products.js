// Readers fill the cache under a shared lock of the database, writers change and clear under an exclusive one.
import { pool } from './catalogue.js';
import { drop, get, put } from './cache.js';

const running = {};

export function findProduct(id) {
  return get(id).then((hit) => {
    if (hit) return hit.product;
    running[id] ??= locked('pg_advisory_xact_lock_shared', id, (client) => load(client, id)).finally(() => {
      delete running[id];
    });
    return running[id];
  });
}

async function load(client, id) {
  const { rows } = await client.query('select * from product where id = $1', [id]);
  const product = rows.length > 0 ? rows[0] : null;
  await put(id, product);
  return product;
}

export async function saveProduct({ id, name, price, description }) {
  await locked('pg_advisory_xact_lock', id, async (client) => {
    const values = [id, name, price, description];
    const { rowCount } = await client.query(
      'update product set name = $2, price = $3, description = $4 where id = $1',
      values,
    );
    if (rowCount === 0) await client.query('insert into product (id, name, price, description) values ($1, $2, $3, $4)', values);
    await drop(id);
    delete running[id];
  });
}

async function locked(lock, id, work) {
  const client = await pool.connect();
  let failure;
  try {
    await client.query('begin');
    await client.query(`select ${lock}($1)`, [id]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    failure = error; // the connection is thrown away, and the transaction with it
    throw error;
  } finally {
    client.release(failure);
  }
}
