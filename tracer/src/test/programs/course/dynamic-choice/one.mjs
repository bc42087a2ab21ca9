console.log('one runs');
export default { name: 'one' };
