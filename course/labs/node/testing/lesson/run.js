import { run } from 'node:test';

run({ files: [`${import.meta.dirname}/shop.test.js`] })
  .on('test:pass', ({ name }) => console.log('pass:', name))
  .on('test:fail', ({ name }) => console.log('fail:', name))
  .resume();
