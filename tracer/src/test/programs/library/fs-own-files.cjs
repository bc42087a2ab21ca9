const fs = require('fs'), path = require('path');
const own = path.join(__dirname, 'data', 'poem.txt');
console.log(fs.readFileSync(own, 'utf8'), fs.existsSync(own), fs.existsSync('nope'), fs.statSync(own).size, fs.statSync(own).isFile(), fs.readdirSync(path.dirname(own)));
fs.readFile(own, 'utf8', (e, t) => console.log('callback', e, t.length));
fs.promises.readFile(own).then((b) => console.log('promise', b.length));
setImmediate(() => console.log('immediate'));
try { fs.readFileSync(path.join(__dirname, 'none.txt')); } catch (e) { console.log(e.code, e.syscall, e.errno, e.message.split(',')[0]); }
fs.readFile(path.join(__dirname, 'none.txt'), (e) => console.log(e.code));
