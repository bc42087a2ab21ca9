import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { CsvError, Reader } from './csv.js';

export { CsvError };

class CsvToJson extends Transform {
  #decoder = new StringDecoder('utf8');
  #reader = new Reader((fields) => this.#record(fields));
  #names;
  count = 0;

  _transform(chunk, encoding, callback) {
    this.#try(callback, () => this.#reader.feed(this.#decoder.write(chunk)));
  }

  _flush(callback) {
    this.#try(callback, () => {
      this.#reader.feed(this.#decoder.end());
      this.#reader.end();
    });
  }

  #try(callback, act) {
    try {
      act();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  #record(fields) {
    if (!this.#names) {
      this.#names = fields;
      return;
    }
    this.count++;
    if (fields.length !== this.#names.length) {
      throw new CsvError('not as many fields as names', this.count + 1);
    }
    const pairs = fields.map((field, i) => [this.#names[i], field]);
    this.push(JSON.stringify(Object.fromEntries(pairs)) + '\n');
  }
}

export async function convert(source, destination) {
  const transform = new CsvToJson();
  await pipeline(source, transform, destination);
  return transform.count;
}
