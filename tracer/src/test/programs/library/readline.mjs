import { createInterface } from 'node:readline';
import { createReadStream } from 'node:fs';
for await (const line of createInterface({ input: createReadStream(new URL('./data/poem.txt', import.meta.url)) })) console.log('line:', line);
