console.log('before');
await Promise.reject(new TypeError('in a module'));
