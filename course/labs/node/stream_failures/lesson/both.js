import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

async function* shout(chunks) {
  for await (const chunk of chunks) {
    if (chunk === 'bad') throw new Error('not this one');
    yield `${chunk}!`;
  }
}

const source = Readable.from(['Lima', 'Oslo', 'bad', 'Rome']);
const destination = new Writable({
  decodeStrings: false,
  write(chunk, encoding, done) {
    console.log(chunk);
    done();
  },
});

try {
  await pipeline(source, shout, destination);
} catch (error) {
  console.log(error.message, source.destroyed, destination.destroyed);
}
