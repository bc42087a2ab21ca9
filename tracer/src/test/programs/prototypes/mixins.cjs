const Serial = (Base) => class extends Base { serial() { return JSON.stringify(this); } };
const Named = (Base) => class Named extends Base { name = 'mixed'; };
class Thing extends Serial(Named(Object)) {}
console.log(new Thing().serial(), new Thing(), Object.getPrototypeOf(Thing).name);
