const p = Promise.reject(new Error('quick'));
process.nextTick(() => p.catch((e) => console.log('caught', e.message)));
process.on('unhandledRejection', () => console.log('never'));
