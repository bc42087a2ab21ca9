const o = {};
function outer() { Error.captureStackTrace(o, outer); }
outer();
console.log(typeof o.stack, o.stack.split('\n')[0], Object.keys(o));
Error.stackTraceLimit = 1;
console.log(new Error('one').stack.split('\n').length);
Error.stackTraceLimit = 0;
console.log(new Error('none').stack);
Error.prepareStackTrace = (e, sites) => sites.length + ' sites';
Error.stackTraceLimit = 10;
console.log(typeof new Error('x').stack, new Error('x').stack.includes('sites'));
