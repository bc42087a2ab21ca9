console.log(JSON.stringify({ a: undefined, b: () => {}, c: NaN, d: [undefined], e: new Date(0), f: 1n === 1n, toJSON: undefined }), JSON.stringify('\u2028\ud800"'), JSON.stringify({ a: [1, { b: 2 }] }, null, 2));
console.log(JSON.stringify({ a: 1, b: 2 }, ['a']), JSON.stringify([1, 'x'], (k, v) => (typeof v === 'number' ? v * 2 : v)), JSON.parse('{"a":[1]}', (k, v) => (k === 'a' ? v.length : v)));
for (const bad of ['', '{', '{"a":}', '[1,]', 'nope', '{"a":1}x', "{'a':1}", '"\n"', '01']) try { JSON.parse(bad); } catch (e) { console.log(e.name, e.message); }
try { const c = {}; c.c = { c }; JSON.stringify(c); } catch (e) { console.log(e.message); }
try { JSON.stringify(1n); } catch (e) { console.log(e.message); }
