/** Lends a connection to `use` and gives its answer. The connection goes back whatever happens. */
export async function withConnection(pool, use) {
  const connection = await pool.acquire();
  try {
    return await use(connection);
  } catch (error) {
    await undo(connection, error);
  } finally {
    pool.release(connection);
  }
}

async function undo(connection, cause) {
  try {
    await connection.rollback();
  } catch (error) {
    throw new AggregateError([cause, error], 'neither the work nor its rollback succeeded');
  }
}
