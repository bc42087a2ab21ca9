/** Lends a connection to `use` and gives its answer. The connection goes back whatever happens. */
export async function withConnection(pool, use) {
  const connection = await pool.acquire();
  try {
    return await use(connection);
  } finally {
    pool.release(connection);
  }
}
