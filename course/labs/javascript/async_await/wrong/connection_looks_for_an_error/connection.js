/** Lends a connection to `use` and gives its answer. The connection goes back whatever happens. */
export async function withConnection(pool, use) {
  const connection = await pool.acquire();
  const errors = [];
  try {
    const answer = await Promise.resolve(connection)
      .then(use)
      .catch((error) => {
        errors.push(error);
      });
    if (!errors[0]) return answer;
    await connection.rollback().catch((error) => errors.push(error));
    if (errors.length > 1) throw new AggregateError(errors);
    throw errors[0];
  } finally {
    pool.release(connection);
  }
}
