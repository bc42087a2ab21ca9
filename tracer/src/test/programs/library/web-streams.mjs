const stream = new ReadableStream({ start(c) { c.enqueue('a'); c.enqueue('b'); c.close(); } });
for await (const chunk of stream.pipeThrough(new TransformStream({ transform(c, k) { k.enqueue(c + c); } }))) console.log(chunk);
const reader = new ReadableStream({ pull(c) { c.enqueue(1); c.close(); } }).getReader();
console.log(await reader.read(), await reader.read());
