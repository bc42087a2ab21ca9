import { Writable } from 'node:stream';

const collector = new Writable({
  decodeStrings: false,
  writev(chunks, done) {
    setTimeout(() => process.stdout.write(chunks.map(({ chunk }) => chunk).join(''), done), 50);
  },
});

collector.write('the last line\n');
console.log('on the way:', collector.writableLength);
collector.write('', () => {
  console.log('on the way:', collector.writableLength);
  process.exit(0);
});
