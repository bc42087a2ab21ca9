// held by: namespaces, process
// because: WebAssembly's memory counts as any other
// ends: any
const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
console.log('able');
try {
  for (let megabytes = 8; ; megabytes += 8) {
    const before = memory.grow(128);
    new Uint8Array(memory.buffer).fill(7, before * 65536);
    if (megabytes > 1000) console.log('ESCAPED:', megabytes, 'MB');
    if (megabytes > 1000) break;
  }
} catch (e) {
  console.log(e.name);
}
