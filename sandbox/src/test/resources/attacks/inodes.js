// held by: namespaces
// because: empty files take memory too, and that and the processor's time are limited
// ends: any
const fs = require('node:fs');
console.log('able');
try {
  for (let i = 0; i < 2e6; i++) fs.closeSync(fs.openSync('/tmp/' + i, 'w'));
  console.log('ESCAPED: two million files');
} catch (e) {
  console.log(e.code);
}
