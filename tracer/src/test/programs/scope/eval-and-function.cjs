let outer = 1;
const indirect = eval;
globalThis.outer = 2;
console.log(eval('outer'), indirect('outer'), new Function('return outer')());
