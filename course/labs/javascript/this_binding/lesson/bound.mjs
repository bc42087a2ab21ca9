function Order(item, pieces) {
  this.item = item;
  this.pieces = pieces;
}

const shelf = {};
const OilOrder = Order.bind(shelf, 'oil');

OilOrder.call({ item: 'tea' }, 1);
console.log(shelf);

const order = new OilOrder(2);
console.log(order instanceof Order, order.item, order.pieces);
console.log(shelf.pieces);
