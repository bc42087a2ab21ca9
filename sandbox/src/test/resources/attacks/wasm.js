// held by: namespaces, process
// because: WebAssembly's memory counts as any other
// ends: any
// without: limits
// alone: yes
const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
console.log('able');
try {
  for (let megabytes = 0; megabytes < 800; megabytes += 16) {
    const before = memory.grow(256);
    new Uint8Array(memory.buffer).fill(7, before * 65536);
  }
  console.log('ESCAPED: 800 MB');
} catch (e) {
  console.log(e.name);
}
