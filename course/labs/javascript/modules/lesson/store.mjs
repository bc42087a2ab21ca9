export let size = 0;

export function add() {
  size++;
}
