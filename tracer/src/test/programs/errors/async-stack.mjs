async function one() { await null; throw new Error('async'); }
async function two() { await one(); }
try { await two(); } catch (e) { console.log(e.stack.split('\n').map((l) => l.replace(/\(?file:.*[/\\]/, '(')).join('\n')); }
