// Where things are in the program's text: lines of positions, the text of a span.

/** @typedef {import('./format.js').Trace} Trace @typedef {{ file: number, line: number, from: number, to: number }} Place */

export class Files {
  /** @param {Trace} trace */
  constructor(trace) {
    this.trace = trace;
    this.starts = trace.files.map(({ text }) => lineStarts(text));
    /** @type {Map<number, Place>} */
    this.places = new Map();
  }

  /** Where a span begins, lines counted from 1. @param {number | undefined} span @returns {Place | undefined} */
  place(span) {
    const found = span === undefined ? undefined : this.trace.spans[span];
    if (span === undefined || !found) return undefined;
    let place = this.places.get(span);
    if (!place) {
      const [file, from, to] = found;
      place = { file, line: this.line(file, from), from, to };
      this.places.set(span, place);
    }
    return place;
  }

  /** @param {number} file @param {number} offset */
  line(file, offset) {
    const starts = this.starts[file] ?? [0];
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** @param {number | undefined} span */
  text(span) {
    const place = this.place(span);
    return place ? this.trace.files[place.file].text.slice(place.from, place.to) : '';
  }

  /** `line 3`, or `other.js:3` where there are several files. @param {number | undefined} span */
  brief(span) {
    const place = this.place(span);
    return place && this.trace.files.length > 1 ? `${this.trace.files[place.file].name}:${place.line}` : this.words(span);
  }

  /** `line 3`, or `line 3 of other.js` where there are several files. @param {number | undefined} span */
  words(span) {
    const place = this.place(span);
    if (!place) return '';
    return this.trace.files.length > 1 ? `line ${place.line} of ${this.trace.files[place.file].name}` : `line ${place.line}`;
  }
}

/** @param {string} text */
function lineStarts(text) {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}
