const thenable = {
  then(fulfil, reject) {
    fulfil('first');
    reject(new Error('and then not'));
    fulfil('and again');
  },
};

console.log(await Promise.resolve(thenable));
console.log(Promise.resolve('plain') instanceof Promise);
const promise = Promise.resolve();
console.log(Promise.resolve(promise) === promise);
