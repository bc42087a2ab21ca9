// A closure that keeps a map: computed once for each key, and an error is not kept.
const memoize = (f, key = (...all) => JSON.stringify(all)) => {
  const kept = new Map();
  return function memoized(...all) {
    const id = key(...all);
    if (!kept.has(id)) kept.set(id, f.apply(this, all));
    return kept.get(id);
  };
};
let calls = 0;
const square = memoize((n) => { calls++; if (n < 0) throw new RangeError(`no ${n}`); return n * n; });
console.log(square(4), square(4), calls);
for (let i = 0; i < 2; i++) try { square(-1); } catch (e) { console.log(e.name, e.message, calls); }
const o = { base: 2, times: memoize(function (n) { return this.base * n; }) };
console.log(o.times(3), o.times(3), o.times.name);
