console.log('lazy runs');
export default 'lazy';
