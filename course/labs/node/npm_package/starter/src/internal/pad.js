export function pad(text, width) {
  return text.padEnd(width);
}
