const o = { a: { f() { return this.g; }, g: 'g' } };
console.log(o?.a?.f?.(), o.x?.y.z, o.x?.[1], o.a.nope?.(), null ?? 'd', 0 ?? 'd', '' || 'e');
let n = null; n ??= 5; n ||= 6; n &&= 7;
console.log(n, delete o?.a, o);
