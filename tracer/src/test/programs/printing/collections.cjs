console.log(new Map([['a', 1], [{ k: 1 }, [1, 2]]]), new Set(['x', { y: 1 }]), new Map(), new Set());
console.log(new Map([['a', 1]]).entries(), new Set([1]).values(), [1, 2][Symbol.iterator](), new Map([[1, 2]]).keys());
console.log(new Map([['deep', new Map([['er', new Map([['est', new Map([['no', 1]])]])]])]]));
