try { throw 'x'; } catch (e) { var e2 = e; let inner = 1; }
console.log(e2, typeof inner);
try { throw new Error('no binding'); } catch { console.log('caught'); }
