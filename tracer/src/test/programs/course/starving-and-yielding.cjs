// Microtasks starve timers, immediates do not.
let n = 0;
setTimeout(() => console.log('timer sees', n), 0);
const spin = () => { if (++n < 50) return Promise.resolve().then(spin); };
spin().then(() => console.log('microtasks are drained', n));
let turns = 0;
const turn = () => { if (++turns < 3) setImmediate(turn); else console.log('turns', turns); };
setTimeout(() => { setImmediate(turn); queueMicrotask(() => console.log('a microtask before', turns)); }, 1);
