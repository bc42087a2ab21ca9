export function parse(text) {
  const [names, ...rows] = text.trim().split('\n').map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], cell])));
}
