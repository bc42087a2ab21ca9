/** Lends a connection to `use`, gives its answer, and gives the connection back. */
export async function withConnection(pool, use) {
  const connection = await pool.acquire();
  const answer = await use(connection);
  pool.release(connection);
  return answer;
}
