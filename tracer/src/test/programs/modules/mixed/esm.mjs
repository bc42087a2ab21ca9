export default 'from esm';
export const x = 1;
