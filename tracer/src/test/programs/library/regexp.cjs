console.log('2026-11-25'.replace(/(?<y>\d+)-(?<m>\d+)-(?<d>\d+)/, '$<d>.$<m>.$<y>'), 'aBc'.replace(/b/i, (x) => x + x), 'a,b;c'.split(/[,;]/), /^\p{Lu}/u.test('Ä'), 'xAy'.search(/[A-Z]/), /(?<=\$)\d+/.exec('$42')[0], 'aaa'.replaceAll('a', 'b'), /a.c/s.test('a\nc'), /[\p{L}--[a-z]]/v.test('é'));
const sticky = /a/y; sticky.lastIndex = 1; console.log(sticky.test('ba'), sticky.lastIndex);
