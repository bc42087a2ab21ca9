const e = new Error('message');
e.stack = e.stack.split('\n')[0];
console.log(e, [e], { e });
const t = new TypeError('typed', { cause: 'why' });
t.stack = 'TypeError: typed\n    at fake (file:1:1)';
t.code = 'E_X';
console.log(t);
class Own extends Error { constructor(m) { super(m); this.name = 'Own'; this.stack = 'Own: ' + m; } }
console.log(new Own('mine'));
const a = new AggregateError([new Error('x')], 'many'); a.stack = 'AggregateError: many'; a.errors[0].stack = 'Error: x';
console.log(a);
