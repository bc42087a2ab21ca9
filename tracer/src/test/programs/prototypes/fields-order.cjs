const log = [];
class Base { a = log.push('base field'); constructor() { log.push('base constructor'); this.hook(); } hook() { log.push('base hook'); } }
class Derived extends Base { b = log.push('derived field'); constructor() { super(); log.push('derived constructor'); } hook() { log.push('derived hook ' + this.b); } static { log.push('static block'); } }
new Derived();
console.log(log);
