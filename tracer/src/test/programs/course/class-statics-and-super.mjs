// What runs when: static blocks, fields, super.
const order = [];
const note = (what) => { order.push(what); return what; };
class Base {
  static { note('Base static'); }
  field = note('Base field');
  constructor() { note(`Base constructor ${new.target.name}`); this.hook(); }
  hook() { note('Base hook'); }
  toString() { return 'Base'; }
}
class Derived extends Base {
  static made = note('Derived static field');
  value = note('Derived field');
  constructor(x) { note('before super'); super(); note(`after super ${x}`); }
  hook() { super.hook(); note(`Derived hook ${this.value}`); }
  toString() { return `Derived of ${super.toString()}`; }
}
console.log(`${new Derived(1)}`);
console.log(order.join('\n'));
class NoSuper extends Base { constructor() { } }
for (const make of [() => new NoSuper(), () => Derived(), () => { class A extends null {} return new A(); }]) try { make(); } catch (e) { console.log(e.name, e.message); }
