console.log(new TextEncoder().encode('€'), new TextDecoder().decode(new Uint8Array([0xe2, 0x82, 0xac])), new TextDecoder().decode(new Uint8Array([0xff, 65])), new TextEncoder().encodeInto('aé', new Uint8Array(2)));
try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff])); } catch (e) { console.log(e.code, e.name); }
const { StringDecoder } = require('string_decoder');
const d = new StringDecoder('utf8');
console.log(JSON.stringify([d.write(Buffer.from([0xe2, 0x82])), d.write(Buffer.from([0xac])), d.end(Buffer.from([0xe2]))]));
