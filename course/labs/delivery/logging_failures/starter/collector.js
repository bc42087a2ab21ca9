// The way to the log collector, a stream. It stays as it is. Lines go out in batches, a moment after they were written,
// and each gets a number, so that one can see whether any is missing.
import { Writable } from 'node:stream';

let lines = 0;

export const collector = new Writable({
  decodeStrings: false,
  writev(chunks, done) {
    setTimeout(() => {
      const text = chunks.map(({ chunk }) => chunk).join('');
      process.stdout.write(text.replace(/(?<=^|\n)\{/g, () => `{"seq":${(lines += 1)},`), done);
    }, 50);
  },
});
