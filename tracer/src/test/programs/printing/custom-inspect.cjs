const util = require('util');
class T { [util.inspect.custom](depth, options, inspect) { return `T<${depth} ${inspect({ a: 1 }, options)}>`; } }
console.log(new T(), [new T()], `${util.inspect(new T())}`);
console.log({ inspect: () => 'not this' });
