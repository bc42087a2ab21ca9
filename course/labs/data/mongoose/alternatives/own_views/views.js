import { totalOf } from './models.js';

/** What the server says of customers. */
export class CustomerView {
  static short(customer) {
    return { id: String(customer._id), name: customer.name, email: customer.email };
  }
}

/** What the server says of orders. */
export class OrderView {
  static full(order) {
    return {
      id: String(order._id),
      status: order.status,
      customer: String(order.customer),
      lines: order.lines.map(({ product, name, price, quantity }) => ({
        product: String(product),
        name,
        price,
        quantity,
      })),
      total: totalOf(order.lines),
    };
  }
}
