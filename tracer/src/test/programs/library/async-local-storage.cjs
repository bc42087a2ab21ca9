const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const als = new AsyncLocalStorage();
als.run({ id: 1 }, () => {
  setTimeout(() => console.log('timer', als.getStore()), 2);
  Promise.resolve().then(() => console.log('promise', als.getStore()));
  process.nextTick(() => console.log('tick', als.getStore()));
  als.run({ id: 2 }, async () => { await null; console.log('nested', als.getStore()); });
  als.exit(() => console.log('exit', als.getStore()));
});
console.log('outside', als.getStore());
console.log(als.run(5, AsyncLocalStorage.bind(() => als.getStore())), als.run(6, () => als.getStore()));
