import { place } from './intake.js';
import { Customer, Order } from './models.js';
import { Refused } from './refused.js';

/** A customer and all her orders. */
export async function findCustomer(id) {
  return found(await Customer.findById(id));
}

/** Places an order, and gives it as findOrder does. */
export async function placeOrder(body) {
  return place(body);
}

/** One order, with everything that is known of it. */
export async function findOrder(id) {
  return found(await Order.findById(id));
}

/** All orders, each in short. */
export async function listOrders() {
  return Order.find();
}

/** Changes the status, the note or both, for somebody who has seen this version of the order. */
export async function changeOrder(id, version, changes) {
  return found(await Order.findByIdAndUpdate(id, changes, { returnDocument: 'after' }));
}

function found(document) {
  if (!document) throw new Refused(404, 'there is no such document');
  return document;
}
