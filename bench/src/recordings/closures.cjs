// Functions that keep what they were made with.
function counter(start, step = 1) {
  let n = start;
  return { next: () => (n += step), value: () => n, reset: () => { n = start; } };
}
const counters = [1, 2, 3].map((step) => counter(0, step));
for (let i = 0; i < 20; i++) for (const { next } of counters) next();
const once = (f) => { let done = false, kept; return (...all) => { if (!done) { done = true; kept = f(...all); } return kept; }; };
const first = once((a, b) => ({ sum: a + b }));
for (let i = 0; i < 10; i++) first(i, i);
console.log(counters.map(({ value }) => value()), first());
