/** Lends a connection to `use`. `using` calls `Symbol.dispose` when the block is left, by any way. */
export async function withConnection(pool, use) {
  const connection = await pool.acquire();
  using _lent = { [Symbol.dispose]: () => pool.release(connection) };
  const outcome = await Promise.allSettled([Promise.try(() => use(connection))]);
  if (outcome[0].status === 'fulfilled') return outcome[0].value;

  const { reason } = outcome[0];
  const [undone] = await Promise.allSettled([connection.rollback()]);
  if (undone.status === 'rejected') throw new AggregateError([reason, undone.reason]);
  throw reason;
}
