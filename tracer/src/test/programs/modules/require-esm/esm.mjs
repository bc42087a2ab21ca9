export const x = 1;
export default function hello() {}
