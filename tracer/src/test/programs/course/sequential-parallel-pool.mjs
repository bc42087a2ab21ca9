// The same work one after the other, at once, and two at a time.
import { setTimeout as sleep } from 'node:timers/promises';
const log = [];
const job = async (n) => { log.push(`+${n}`); await sleep(n * 3); log.push(`-${n}`); return n * n; };
const report = (name, results) => { console.log(name, results.join(), log.splice(0).join(' ')); };
const one = [];
for (const n of [3, 1, 2]) one.push(await job(n));
report('sequential', one);
report('parallel', await Promise.all([3, 1, 2].map(job)));
async function pool(items, size, work) {
  const results = [];
  const entries = items.entries();
  await Promise.all(Array.from({ length: size }, async () => { for (const [i, item] of entries) results[i] = await work(item); }));
  return results;
}
report('pool', await pool([3, 1, 2, 1], 2, job));
