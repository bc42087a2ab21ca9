const price = require('./price.mjs');
const store = require('./store.mjs');

store.add();
console.log(price(2), store.size);
