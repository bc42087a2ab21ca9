// held by: namespaces, process
// because: output is cut at its limit, and whoever prints more is ended
// ends: too much output
// without: limits
const fs = require('node:fs');
fs.writeSync(1, 'able\n');
for (let i = 0; i < 40; i++) fs.writeSync(1, 'x'.repeat(9_999) + '\n');
fs.writeSync(1, 'ESCAPED: 400 kB\n');
