class A { constructor(n) { this.n = n; } hi() { return 'A' + this.n; } static make() { return new this(7); } get twice() { return this.n * 2; } }
class B extends A { constructor() { super(3); this.own = true; } hi() { return 'B>' + super.hi(); } }
console.log(new B().hi(), new B(), B.make instanceof Function, A.make(), new B().twice);
console.log(Object.getOwnPropertyNames(B.prototype), B.name, B.length, typeof B, Object.getPrototypeOf(B) === A);
console.log([A, B, class {}, class extends A {}]);
