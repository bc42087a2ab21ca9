const { EventEmitter } = require('events');
try { new EventEmitter().on('x', 5); } catch (e) { console.log(e.code, e.message); }
try { new EventEmitter().setMaxListeners(-1); } catch (e) { console.log(e.code, e.message); }
