{ function inner() { return 'block'; } }
console.log(inner());
if (false) { function never() {} }
console.log(typeof never);
