await Promise.resolve(1).finally(() => 2).then((v) => console.log(v));
await Promise.reject(new Error('x')).finally(() => console.log('cleanup')).catch((e) => console.log(e.message));
await Promise.resolve(1).finally(() => { throw new Error('y'); }).catch((e) => console.log(e.message));
