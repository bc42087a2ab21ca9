import mongoose from 'mongoose';
import { place } from './intake.js';
import { Customer, Order } from './models.js';
import { Refused } from './refused.js';

/** A customer and all her orders. */
export async function findCustomer(id) {
  const { _id, name, email } = found(await Customer.findById(id).lean());
  const orders = await Order.find({ customer: id }, 'status lines').lean();
  return {
    id: _id,
    name,
    email,
    orders: orders.map((order) => ({ id: order._id, status: order.status, total: total(order) })),
  };
}

/** Places an order, and gives it as findOrder does. */
export async function placeOrder(body) {
  const order = await place(body);
  return shown(order, await Customer.findById(order.customer, 'name').lean());
}

/** One order, with everything that is known of it. */
export async function findOrder(id) {
  return shown(found(await Order.findById(id).populate('customer', 'name').lean()));
}

/** All orders, each in short. */
export async function listOrders() {
  const orders = await Order.find({}, 'status customer lines').populate('customer', 'name').lean();
  return orders.map((order) => ({
    id: order._id,
    status: order.status,
    customer: { id: order.customer._id, name: order.customer.name },
    total: total(order),
  }));
}

/** Changes the status, the note or both, for somebody who has seen this version of the order. */
export async function changeOrder(id, version, changes) {
  const order = found(await Order.findById(id).populate('customer', 'name'));
  if (order.version !== version) throw late();
  for (const field of ['status', 'note']) {
    if (Object.hasOwn(changes, field)) order[field] = changes[field];
  }
  try {
    await order.save();
  } catch (error) {
    throw error instanceof mongoose.Error.VersionError ? late() : error;
  }
  return shown(order);
}

function found(document) {
  if (!document) throw new Refused(404, 'there is none with this id');
  return document;
}

const late = () => new Refused(409, 'the order has changed meanwhile');

const total = ({ lines }) => lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

function shown(order, customer = order.customer) {
  const { _id, version, status, note, lines, history } = order;
  return {
    id: _id,
    version,
    status,
    note,
    customer: { id: customer._id, name: customer.name },
    lines,
    total: total(order),
    history,
  };
}
