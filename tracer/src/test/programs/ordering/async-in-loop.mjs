const wait = (ms) => new Promise((ok) => setTimeout(ok, ms));
for (const i of [1, 2, 3]) { await wait(3); console.log('serial', i); }
await Promise.all([3, 1, 2].map(async (i) => { await wait(i * 8); console.log('parallel', i); }));
[1, 2].forEach(async (i) => { await null; console.log('forEach', i); });
console.log('forEach does not wait');
