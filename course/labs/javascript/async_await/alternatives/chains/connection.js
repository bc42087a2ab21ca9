export const withConnection = (pool, use) =>
  pool.acquire().then((connection) =>
    Promise.try(use, connection)
      .catch((error) =>
        connection.rollback().then(
          () => Promise.reject(error),
          (second) => Promise.reject(new AggregateError([error, second])),
        ),
      )
      .finally(() => pool.release(connection)),
  );
