console.log(Array.from({ length: 120 }, (_, i) => i));
console.log(Array.from({ length: 30 }, (_, i) => 'item ' + i));
console.log(new Array(5), [1, , 3], [, , 'x'], Object.assign([1, 2], { extra: true, '-1': 0 }));
