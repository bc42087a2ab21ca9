console.log('main starts');
const a = require('./a.cjs');
console.log('in main', a.done, require('./b.cjs').done);
