function tag(strings, ...values) { return strings.raw.join('|') + values.join(','); }
console.log(tag`a${1}\n${2}c`, String.raw`\u00zz`.length);
