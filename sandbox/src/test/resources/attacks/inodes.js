// held by: namespaces
// because: empty files take memory too, and that and the time are limited
// ends: any
// seconds: 1
// without: limits
const fs = require('node:fs');
console.log('able');
try {
  for (let i = 0; i < 4e5; i++) fs.closeSync(fs.openSync('/tmp/' + i, 'w'));
  console.log('ESCAPED: 400,000 files');
} catch (e) {
  console.log(e.code);
}
