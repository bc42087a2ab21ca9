class Node { constructor(v, next) { this.value = v; this.next = next; } }
console.log(new Node(1, new Node(2, new Node(3, new Node(4, null)))));
