console.log(Object.keys({ b: 1, 2: 1, a: 1, 1: 1, [Symbol('x')]: 1, '-1': 1, '01': 1 }));
