// Where an error inside for await goes, and who cleans up.
async function* source(fail) { try { yield 1; if (fail) throw new Error('source'); yield 2; } finally { console.log('source cleaned'); } }
for (const [name, fail, breakAt] of [['whole', false, 0], ['fails', true, 0], ['broken off', false, 1]]) {
  try {
    for await (const x of source(fail)) { console.log(name, x); if (x === breakAt) throw new Error('consumer'); }
  } catch (e) { console.log(name, 'caught', e.message); }
}
const results = await Array.fromAsync(source(false), async (x) => x * 10);
console.log(results);
