setImmediate(() => {
  console.log('i1');
  process.nextTick(() => console.log('t of i1'));
  Promise.resolve().then(() => console.log('p of i1'));
});
setImmediate(() => console.log('i2'));
