console.log(Buffer.from('hello'), Buffer.alloc(60), new Uint8Array([1, 2, 255]), new Float64Array(2), new ArrayBuffer(4), new DataView(new ArrayBuffer(2)), new BigInt64Array(1));
