export const table = [[1000, 5], [Infinity, 9]];
