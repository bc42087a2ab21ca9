setImmediate(() => {
  setImmediate(() => console.log('the next immediate'));
  Promise.resolve().then(() => console.log('promise job'));
  process.nextTick(() => {
    console.log('tick');
    process.nextTick(() => console.log('tick of a tick'));
  });
  console.log('the code itself');
});
