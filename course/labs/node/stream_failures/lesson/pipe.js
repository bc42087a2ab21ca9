import { Readable, Writable } from 'node:stream';

const source = new Readable({ read() {} });
const destination = new Writable({ write: (chunk, encoding, done) => done() });

source.on('error', (error) => console.log('heard:', error.message));
source.on('close', () => {
  console.log('source destroyed:', source.destroyed);
  console.log('destination destroyed:', destination.destroyed);
});

source.pipe(destination);
source.push('id,to');
source.destroy(new Error('the connection broke off'));
