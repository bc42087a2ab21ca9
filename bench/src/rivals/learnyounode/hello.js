console.log('HELLO WORLD');
