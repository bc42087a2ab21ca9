const dc = require('diagnostics_channel');
const ch = dc.channel('x');
console.log(ch.hasSubscribers);
dc.subscribe('x', (m, name) => console.log(m, name));
ch.publish({ a: 1 });
dc.tracingChannel('t').start.subscribe((m) => console.log('start', m.v));
console.log(dc.tracingChannel('t').traceSync((x) => x + 1, { v: 1 }, null, 4));
