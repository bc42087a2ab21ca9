class A {}
class B extends A { constructor() { } }
class C extends A { constructor() { super(); super(); } }
for (const f of [() => A(), () => new B(), () => new C(), () => new (class extends null {})(), () => { class X extends undefined {} }, () => { class Y extends 5 {} }, () => new (() => {})(), () => new ({ m() {} }).m()]) try { f(); } catch (e) { console.log(e.name + ': ' + e.message); }
