console.log('before');
setTimeout(() => console.log('timer'), 1);
await new Promise((ok) => setTimeout(ok, 10));
console.log('after');
