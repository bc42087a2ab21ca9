await Promise.reject(new Error('a'))
  .then(() => console.log('skipped'))
  .catch((e) => { console.log('caught', e.message); return 'mended'; })
  .then((v) => console.log('goes on', v));
