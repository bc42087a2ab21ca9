console.count(); console.count('x'); console.count(); console.countReset(); console.count();
console.assert(true, 'no'); console.assert(false, 'to stderr');
console.info('info'); console.debug('debug');
