await Promise.resolve(5).then(undefined).then(null, 3).then((v) => console.log(v));
await Promise.reject(6).then((v) => v).catch(7).catch((v) => console.log('caught', v));
