process.on('beforeExit', (code) => {
  console.log('beforeExit', code);
  if (!globalThis.again) { globalThis.again = true; setImmediate(() => console.log('more work')); }
});
process.on('exit', (code) => { console.log('exit', code); setTimeout(() => console.log('never')); });
