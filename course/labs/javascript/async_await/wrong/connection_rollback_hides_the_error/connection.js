/** Lends a connection to `use` and gives its answer. The connection goes back whatever happens. */
export async function withConnection(pool, use) {
  const connection = await pool.acquire();
  try {
    return await use(connection);
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    pool.release(connection);
  }
}
