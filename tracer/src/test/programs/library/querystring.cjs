const qs = require('querystring');
console.log(qs.parse('a=1&b=2&a=3&c=%20x+y'), qs.stringify({ a: [1, 2], b: 'x y', c: '', d: null }), qs.escape('ä/&'), qs.unescape('%C3%A4'));
