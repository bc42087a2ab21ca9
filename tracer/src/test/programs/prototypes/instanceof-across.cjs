console.log([] instanceof Array, Array.isArray([]), [] instanceof Object, (() => {}) instanceof Function, /x/ instanceof RegExp, Object(1n) instanceof BigInt, 1 instanceof Number);
try { 1 instanceof 2; } catch (e) { console.log(e.message); }
try { 'a' in 'b'; } catch (e) { console.log(e.message); }
try { ({}) instanceof (() => {}); } catch (e) { console.log(e.message); }
