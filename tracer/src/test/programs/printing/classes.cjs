class A { constructor() { this.x = 1; } }
class B extends A {}
console.log(A, B, new A(), new B(), [new A()], class extends A {}, Object.create(A.prototype), Object.create(new A()));
console.log(new (class { constructor() { this.anonymous = 1; } })(), new (class Foo { get [Symbol.toStringTag]() { return 'Bar'; } })());
