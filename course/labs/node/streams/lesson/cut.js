const bytes = Buffer.from('to,€\n');
const chunks = [bytes.subarray(0, 5), bytes.subarray(5)];

let text = '';
for (const chunk of chunks) text += chunk.toString();
console.log(JSON.stringify(text));

const decoder = new TextDecoder();
text = '';
for (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
text += decoder.decode();
console.log(JSON.stringify(text));
