import './shared.mjs';
await null;
console.log('two');
