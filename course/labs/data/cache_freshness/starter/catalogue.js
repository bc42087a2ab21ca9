import pg from 'pg';

// The database: slow, and right.
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const heard = (error) => console.error(`database connection lost: ${error.message}`);
pool.on('error', heard);
pool.on('connect', (client) => client.on('error', heard));

/** The product { id, name, price, description }, or null where there is none. One query. */
export async function readProduct(id) {
  const { rows } = await pool.query(
    'select id, name, price, description from product where id = $1',
    [id],
  );
  return rows[0] ?? null;
}

/** Makes the product, or replaces the one with that id. */
export async function writeProduct({ id, name, price, description }) {
  await pool.query(
    `insert into product (id, name, price, description) values ($1, $2, $3, $4)
     on conflict (id) do update set name = $2, price = $3, description = $4`,
    [id, name, price, description],
  );
}
