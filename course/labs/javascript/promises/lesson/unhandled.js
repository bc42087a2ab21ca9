process.on('unhandledRejection', (error) => console.log('unhandled:', error.message));

const counting = Promise.reject(new Error('the counter is away'));
setTimeout(() => {
  counting.catch((error) => console.log('caught, too late:', error.message));
}, 10);
