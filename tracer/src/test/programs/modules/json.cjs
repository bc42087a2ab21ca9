const a = require('./mixed/data.json'), b = require('./mixed/data.json');
a.k.push(3);
console.log(b, a === b);
delete require.cache[require.resolve('./mixed/data.json')];
console.log(require('./mixed/data.json'));
