const o = { name: 'o' }; o.self = o; o.list = [o, { o }];
console.log(o);
const m = new Map(); m.set('m', m);
console.log(m);
