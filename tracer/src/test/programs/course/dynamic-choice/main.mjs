// import() is a promise: loaded once, failing by rejection, next to other work.
console.log('before');
const load = (name) => import(`./${name}.mjs`).then((m) => m.default, (e) => `${e.code ?? e.name}`);
process.nextTick(() => console.log('tick'));
const [a, again, none, broken] = await Promise.all(['one', 'one', 'none', 'broken'].map(load));
console.log(a === again, a.name, none, broken);
setTimeout(async () => console.log((await import('./two.mjs')).value), 1);
setImmediate(() => console.log('immediate'));
