console.log({ [Symbol('k')]: 1, [Symbol.for('f')]: { x: 1 }, [Symbol.iterator]: null, plain: 1 });
