'use strict';
// Promise.any as the standard has it, with V8's message for when every promise was rejected.

const { any } = {
  any(iterable) {
    const { promise, resolve, reject } = Promise.withResolvers.call(this);
    try {
      gather(this, iterable, resolve, reject);
    } catch (error) {
      reject(error);
    }
    return promise;
  },
};

function gather(Constructor, iterable, resolve, reject) {
  const toPromise = Constructor.resolve;
  if (typeof toPromise !== 'function') throw new TypeError('Promise resolve or reject function is not callable');
  const errors = [];
  let left = 1;
  const settle = () => {
    if (--left === 0) reject(new AggregateError(errors, 'All promises were rejected'));
  };
  let index = 0;
  for (const item of iterable) {
    const at = index++;
    errors[at] = undefined;
    left++;
    let called = false;
    Reflect.apply(toPromise, Constructor, [item]).then(resolve, (reason) => {
      if (called) return;
      called = true;
      errors[at] = reason;
      settle();
    });
  }
  settle();
}

Object.defineProperty(Promise, 'any', { value: any, writable: true, configurable: true, enumerable: false });
