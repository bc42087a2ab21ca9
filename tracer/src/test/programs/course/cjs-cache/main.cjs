// A module runs once; its exports object is shared; deleting it from the cache runs it again.
const one = require('./state.cjs');
one.count++;
const two = require('./state.cjs');
console.log(two.count, one === two);
delete require.cache[require.resolve('./state.cjs')];
const three = require('./state.cjs');
console.log(three.count, three === one);
const { count } = one;
one.count = 99;
console.log(count, one.count);
try { require('./throws.cjs'); } catch (e) { console.log(e.message); }
try { require('./throws.cjs'); } catch (e) { console.log(e.message); }
try { require('./nowhere.cjs'); } catch (e) { console.log(e.code); }
