const fs = require('fs'), path = require('path');
fs.createReadStream(path.join(__dirname, 'data', 'poem.txt'), { encoding: 'utf8', highWaterMark: 8 }).on('data', (c) => console.log(JSON.stringify(c))).on('close', () => console.log('close'));
