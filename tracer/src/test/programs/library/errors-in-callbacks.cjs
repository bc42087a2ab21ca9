const { readFile } = require('fs');
readFile(__filename, () => { throw new Error('in poll'); });
process.on('uncaughtException', (e) => { console.log(e.message); setImmediate(() => console.log('lives on')); });
