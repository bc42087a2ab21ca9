const u = new URL('https://user:pa%20ss@example.com:8080/a/../b%2Fc/ü?q=1&r=a b#frag');
console.log(u, u.href, u.origin, u.searchParams.get('r'), [...u.searchParams], u.host);
u.searchParams.append('n', 'ä&='); u.port = '443'; u.hash = ''; u.pathname = '/new path'; u.protocol = 'http';
console.log(u.href, URL.canParse('x:y'), URL.canParse('nope'), new URL('../up?x', 'http://h/a/b/c').href, new URL('//other/p', 'https://h').href);
console.log(new URLSearchParams({ a: 1, b: 'x y' }).toString(), new URLSearchParams('a=1&a=2').getAll('a'), new URLSearchParams([['z', 1], ['a', 2]]));
for (const s of ['http://', 'http://a b', 'http://h:99999', '//x', 'http://[::1', 'http://ex%ample']) try { console.log(new URL(s).href); } catch (e) { console.log(e.code, e.message, e.input); }
