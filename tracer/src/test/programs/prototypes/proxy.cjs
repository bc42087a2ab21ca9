const seen = [];
const p = new Proxy({ a: 1 }, { get(t, k, r) { seen.push(String(k)); return Reflect.get(t, k, r); }, has: (t, k) => k === 'magic' || k in t, deleteProperty() { return false; }, ownKeys: () => ['a', 'b'], getOwnPropertyDescriptor: (t, k) => ({ value: k, enumerable: true, configurable: true }) });
console.log(p.a, 'magic' in p, Object.keys(p), { ...p }, seen);
console.log(p, seen.length);
