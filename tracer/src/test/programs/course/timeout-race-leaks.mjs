// A race does not stop the loser.
const wait = (ms, what) => new Promise((ok) => setTimeout(() => { console.log('done', what); ok(what); }, ms));
async function withTimeout(promise, ms) {
  let timer;
  const late = new Promise((_, no) => { timer = setTimeout(no, ms, new Error(`${ms} ms are over`)); });
  try { return await Promise.race([promise, late]); } finally { clearTimeout(timer); }
}
console.log(await withTimeout(wait(2, 'quick'), 10));
await withTimeout(wait(12, 'slow'), 5).catch((e) => console.log(e.message));
console.log('goes on while slow still runs');
