import { Customer, Order } from './models.js';
import { Refused } from './refused.js';

/** Adds a customer, and gives it. */
export async function addCustomer(body) {
  return Customer.create(body);
}

/** Changes the name, the email or both, and gives the customer. */
export async function changeCustomer(id, changes) {
  return found(await Customer.findByIdAndUpdate(id, changes, { returnDocument: 'after' }));
}

export async function findCustomer(id) {
  return found(await Customer.findById(id));
}

/** Places an order, and gives it as findOrder does. */
export async function placeOrder(body) {
  return Order.create(body);
}

export async function findOrder(id) {
  return found(await Order.findById(id));
}

function found(document) {
  if (!document) throw new Refused(404, 'there is no such document');
  return document;
}
