import mongoose from 'mongoose';
import { place } from './intake.js';
import { Customer, Order } from './models.js';
import { Refused } from './refused.js';
import { CustomerView, OrderView } from './views.js';

/** A customer and all her orders. */
export async function findCustomer(id) {
  const customer = await Customer.findById(id).populate({
    path: 'orders',
    select: 'customer status lines',
    options: { sort: { _id: 1 } },
  });
  return CustomerView.withOrders(found(customer, id));
}

/** Places an order, and gives it as findOrder does. */
export async function placeOrder(body) {
  const order = await place(body);
  return OrderView.full(await order.populate('customer', 'name'));
}

/** One order, with everything that is known of it. */
export async function findOrder(id) {
  return OrderView.full(await loadOrder(id));
}

/** All orders, each in short. */
export async function listOrders() {
  const orders = await Order.find()
    .select('customer status lines')
    .sort({ _id: 1 })
    .populate('customer', 'name')
    .lean();
  return orders.map((order) => OrderView.short(order));
}

/** Changes the status, the note or both, for somebody who has seen this version of the order. */
export async function changeOrder(id, version, changes) {
  const order = await loadOrder(id);
  if (order.version !== version) throw overtaken();
  order.set(pick(changes, ['status', 'note']));
  await order.validate();
  if (order.isModified()) {
    try {
      await order.save();
    } catch (error) {
      if (error instanceof mongoose.Error.VersionError) throw overtaken();
      throw error;
    }
  }
  return OrderView.full(order);
}

async function loadOrder(id) {
  return found(await Order.findById(id).populate('customer', 'name'), id);
}

function overtaken() {
  return new Refused(409, 'somebody else has changed the order');
}

function found(document, id) {
  if (!document) throw new Refused(404, `there is no ${id}`);
  return document;
}

// Nothing but these fields, and only those that were sent.
function pick(body, names) {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(body, name)).map((name) => [name, body[name]]),
  );
}
