const a = { when: new Date(0), set: new Set([1]), map: new Map([['k', { v: 1 }]]), list: [1, , 3] };
a.self = a;
const b = structuredClone(a);
console.log(b, b.self === b, b.when !== a.when);
try { structuredClone({ f() {} }); } catch (e) { console.log(e.name, e.message); }
