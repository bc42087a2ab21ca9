const m = require('./esm.mjs');
console.log(m.x, m.default, m);
try { require('./tla.mjs'); } catch (e) { console.log(e.code); }
