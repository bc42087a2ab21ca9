import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text, json } from 'node:stream/consumers';
for await (const c of Readable.from([1, 2, 3]).map((x) => x * 2).filter((x) => x > 2)) console.log(c);
console.log(await text(Readable.from(['a', 'b'])), await json(Readable.from(['{"x":1}'])), await Readable.from([1, 2]).toArray());
await pipeline(Readable.from(['x']), async function* (source) { for await (const c of source) yield c + '!'; }, async (source) => { for await (const c of source) console.log(c); });
await pipeline(Readable.from(['x']), async function* () { throw new Error('mid'); }).catch((e) => console.log(e.message));
