export let count = 0;
export const up = () => ++count;
export default class Counter {}
