import './one.mjs';
import './two.mjs';
console.log('main');
