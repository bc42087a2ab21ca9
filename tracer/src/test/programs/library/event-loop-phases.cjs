const fs = require('fs');
fs.readFile(__filename, () => {
  console.log('read');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
});
