console.log(Promise.resolve(5), new Promise(() => {}), [Promise.resolve({ a: 1 })]);
const r = Promise.reject(new Error('x')); r.catch(() => {});
console.log(async () => {}, (async () => {})());
