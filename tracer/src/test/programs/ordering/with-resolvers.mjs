const { promise, resolve } = Promise.withResolvers();
promise.then((v) => console.log('got', v));
queueMicrotask(() => console.log('first'));
resolve('it');
console.log('resolved');
console.log(await Promise.try(() => 'tried'));
