import { readFileSync } from 'node:fs';
console.log(typeof require, JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).type);
try { exports.x = 1; } catch (e) { console.log(e.name, e.message.split('\n')[0]); }
