process.nextTick(() => console.log('tick of helper'));
Promise.resolve().then(() => console.log('promise of helper'));
console.log('helper');
