const url = require('url');
console.log(url.parse('http://h.com:80/p?q=1#f').pathname, url.format({ protocol: 'http', host: 'h', pathname: '/p', query: { a: 1 } }), url.fileURLToPath('file:///a/b%20c'), url.pathToFileURL('/a b#c?').href, url.resolve('http://h/a/b', '../c'));
