import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

async function* shout(chunks) {
  for await (const chunk of chunks) yield `${chunk}!`;
}

const destination = new Writable({
  decodeStrings: false,
  write(chunk, encoding, done) {
    console.log(chunk);
    done();
  },
  final(done) {
    console.log('the last is stored');
    done();
  },
});

await pipeline(Readable.from(['Lima', 'Oslo']), shout, destination);
console.log('finished');
