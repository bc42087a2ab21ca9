import './nexttick-helper.mjs';
process.nextTick(() => console.log('tick of main'));
Promise.resolve().then(() => console.log('promise of main'));
console.log('main');
