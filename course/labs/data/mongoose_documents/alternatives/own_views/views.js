import { totalOf } from './models.js';

/** What the server says of customers. */
export class CustomerView {
  static short(customer) {
    return { id: String(customer._id), name: customer.name, email: customer.email };
  }

  static withOrders(customer) {
    return {
      ...CustomerView.short(customer),
      orders: customer.orders.map((order) => ({
        id: String(order._id),
        status: order.status,
        total: totalOf(order.lines),
      })),
    };
  }
}

/** What the server says of orders, whose customer is populated. */
export class OrderView {
  static short(order) {
    return {
      id: String(order._id),
      status: order.status,
      customer: { id: String(order.customer._id), name: order.customer.name },
      total: totalOf(order.lines),
    };
  }

  static full(order) {
    return {
      ...OrderView.short(order),
      version: order.version,
      note: order.note,
      lines: order.lines.map(({ product, name, price, quantity }) => ({
        product: String(product),
        name,
        price,
        quantity,
      })),
      history: order.history.map(({ status, at }) => ({ status, at })),
    };
  }
}
