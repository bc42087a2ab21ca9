// try, await, catch, again: what finally does on each way out.
const sleep = (ms) => new Promise((ok) => setTimeout(ok, ms));
async function retry(work, { times = 3, base = 1 } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (cause) {
      console.log(`attempt ${attempt}: ${cause.message}`);
      if (attempt === times) throw new Error('gave up', { cause });
      await sleep(base * 2 ** attempt);
    } finally {
      console.log(`finally ${attempt}`);
    }
  }
}
console.log(await retry(async (n) => { if (n < 3) throw new Error(`no ${n}`); return `ok ${n}`; }));
await retry(() => { throw new TypeError('sync'); }, { times: 2 }).catch((e) => console.log(e.message, e.cause.name));
