export async function withConnection(pool, use) {
  const connection = await pool.acquire();
  const errors = [];
  let answer;
  try {
    answer = await use(connection);
  } catch (error) {
    errors.push(error);
  }
  if (errors.length > 0) {
    try {
      await connection.rollback();
    } catch (error) {
      errors.push(error);
    }
  }
  pool.release(connection);
  if (errors.length > 1) throw new AggregateError(errors);
  if (errors.length > 0) throw errors[0];
  return answer;
}
