// A thousand objects that live on while others are looked at.
class Item { constructor(n) { this.n = n; this.next = null; } }
const items = Array.from({ length: 1000 }, (_, n) => new Item(n));
for (let i = 1; i < items.length; i++) items[i - 1].next = items[i];
let touched = 0;
for (let i = 0; i < 500; i++) { items[i * 2].n = -i; touched++; }
console.log(touched);
