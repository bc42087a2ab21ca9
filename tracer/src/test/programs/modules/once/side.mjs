console.log('side runs once');
export const value = 'v';
