const slow = (ms, v) => new Promise((ok) => setTimeout(ok, ms, v));
console.log(await Promise.all([slow(20, 'a'), slow(5, 'b'), 'c']));
console.log(await Promise.race([slow(20, 'a'), slow(5, 'b')]));
console.log(await Promise.any([Promise.reject(1), slow(5, 'b')]));
console.log(await Promise.allSettled([slow(5, 'a'), Promise.reject(new Error('no')).catch((e) => { throw e.message; })]));
