const path = require('path');
console.log(path.join('/a', '..', 'b', './c'), path.resolve('/x', 'y', '../z'), path.basename('/q/w.tar.gz', '.gz'), path.extname('a.b.c'), path.parse('/home/u/file.txt'), path.relative('/a/b/c', '/a/d'), path.normalize('/a//b/../c/.'), path.isAbsolute('a'), path.win32.join('a', 'b'));
