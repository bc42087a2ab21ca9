// A rejection that nobody handles in time ends the process; one that is handled in the same turn does not.
process.on('exit', (code) => console.log('exit', code));
const p = Promise.reject(new Error('in time'));
p.catch((e) => console.log('caught', e.message));
async function forgotten() { await null; throw new TypeError('nobody awaits this'); }
forgotten();
setTimeout(() => console.log('never'), 5);
