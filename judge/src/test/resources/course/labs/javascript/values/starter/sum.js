export function sum(numbers) {
  return 0;
}
