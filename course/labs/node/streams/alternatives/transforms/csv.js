export class CsvError extends Error {
  constructor(message, record) {
    super(`${message} (record ${record})`);
    this.record = record;
  }
}

// One character at a time: every state is a method.
export class Reader {
  #onRecord;
  #state = this.#begin;
  #field = '';
  #fields = [];
  #record = 1;
  #isFirst = true;

  constructor(onRecord) {
    this.#onRecord = onRecord;
  }

  feed(text) {
    for (const char of text) {
      if (this.#isFirst && char === '\ufeff') {
        this.#isFirst = false;
        continue;
      }
      this.#isFirst = false;
      this.#state(char);
    }
  }

  end() {
    if (this.#state === this.#quoted) throw new CsvError('the input ends inside a quoted field', this.#record);
    if (this.#state !== this.#begin || this.#fields.length) this.#endRecord();
  }

  #begin(char) {
    if (char === '"') this.#state = this.#quoted;
    else this.#plain(char);
  }

  #plain(char) {
    this.#state = this.#plain;
    if (char === ',') this.#endField();
    else if (char === '\n') {
      if (this.#field.endsWith('\r')) this.#field = this.#field.slice(0, -1);
      this.#endRecord();
    } else this.#field += char;
  }

  #quoted(char) {
    if (char === '"') this.#state = this.#afterQuote;
    else this.#field += char;
  }

  #afterQuote(char) {
    if (char === '"') {
      this.#field += '"';
      this.#state = this.#quoted;
    } else if (char === ',') this.#endField();
    else if (char === '\n') this.#endRecord();
    else if (char === '\r') this.#state = this.#afterReturn;
    else this.#refuse();
  }

  #afterReturn(char) {
    if (char === '\n') this.#endRecord();
    else this.#refuse();
  }

  #refuse() {
    throw new CsvError('a closing quote has to end its field', this.#record);
  }

  #endField() {
    this.#fields.push(this.#field);
    this.#field = '';
    this.#state = this.#begin;
  }

  #endRecord() {
    this.#endField();
    const fields = this.#fields;
    this.#fields = [];
    this.#onRecord(fields);
    this.#record++;
  }
}
