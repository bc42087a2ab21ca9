const b = Buffer.from('héllo wörld');
console.log(b.length, b.toString('hex'), b.toString('base64'), b.slice(0, 3), Buffer.from('68656c6c6f', 'hex').toString(), Buffer.from('aGk=', 'base64').toString(), Buffer.concat([Buffer.from('a'), Buffer.from('b')]));
console.log(b.indexOf('w'), b.includes('ö'), b.equals(Buffer.from('héllo wörld')), Buffer.compare(Buffer.from('a'), Buffer.from('b')), Buffer.byteLength('€'), b.subarray(-3).toString(), Buffer.from([256, -1, 1.5]), Buffer.isBuffer(b));
const w = Buffer.alloc(16); w.writeUInt32BE(0xdeadbeef, 0); w.writeDoubleLE(1.5, 4); w.write('hi', 12); w.fill('z', 14);
console.log(w, w.readUInt32BE(0).toString(16), w.readDoubleLE(4), w.readInt8(0), w.toJSON().data.length, w.swap16().length);
try { w.readUInt32BE(14); } catch (e) { console.log(e.code, e.message); }
console.log(Buffer.from('ÿ', 'latin1'), Buffer.from('a', 'utf16le'), b.toString('ascii'), btoa('hi'), atob('aGk='), b.lastIndexOf('o'), [...b.subarray(0, 2).entries()]);
