const items = () => [Promise.reject('no'), Promise.resolve('yes'), 'plain'];
const told = (name, promise) =>
  promise.then(
    (value) => console.log(name, 'fulfilled with', value),
    (reason) => console.log(name, 'rejected with', reason.errors ?? reason),
  );

await told('all', Promise.all(items()));
await told('allSettled', Promise.allSettled(items()));
await told('race', Promise.race(items()));
await told('any', Promise.any(items()));
await told('any', Promise.any([Promise.reject('no'), Promise.reject('nor this')]));
