console.log('%s is %d years and %i, %f, %j %o %O %% %c.', 'Bob', 42, 42.9, 1.5, { a: 1 }, [1], { b: 2 }, 'css', 'rest');
console.log('%s', null, undefined, 5n, Symbol('a'), { toString: () => 'own' }, [1, [2]], class A {}, () => 1);
console.log('100%', 5, '%d', '7', '%x');
console.log('%s', new (class X { toString() { return 'x!'; } })(), '%i', 5.5);
