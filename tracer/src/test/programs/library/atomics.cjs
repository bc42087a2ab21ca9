const s = new SharedArrayBuffer(8), v = new Int32Array(s);
console.log(Atomics.add(v, 0, 5), Atomics.load(v, 0), s, v);
