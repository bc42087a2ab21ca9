// held by: namespaces, process
// because: buffers count as any other memory
// ends: any
// without: limits
// alone: yes
console.log('able');
const all = [];
try {
  while (all.length < 50) all.push(Buffer.alloc(16 << 20, 1));
  console.log('ESCAPED: 800 MB');
} catch (e) {
  console.log(e.code);
}
