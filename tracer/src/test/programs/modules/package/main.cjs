console.log(require('dep'), require('dep/sub'), require('./folder'));
try { require('dep/hidden'); } catch (e) { console.log(e.code); }
