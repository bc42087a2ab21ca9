export const formats = new Map();
