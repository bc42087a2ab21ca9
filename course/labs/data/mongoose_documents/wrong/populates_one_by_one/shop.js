import { place } from './intake.js';
import { Customer, Order, totalOf } from './models.js';
import { Refused } from './refused.js';

export async function findCustomer(id) {
  return found(await Customer.findById(id).populate('orders', 'status lines'));
}

export async function placeOrder(body) {
  return withCustomer(await place(body));
}

export async function findOrder(id) {
  return withCustomer(found(await Order.findById(id)));
}

export async function listOrders() {
  const orders = await Order.find().select('customer status lines').lean();
  for (const order of orders) order.customer = await Customer.findById(order.customer).lean();
  return orders.map(({ _id, status, customer, lines }) => ({
    id: _id,
    status,
    customer: { id: customer._id, name: customer.name },
    total: totalOf(lines),
  }));
}

export async function changeOrder(id, version, changes) {
  const order = found(await Order.findById(id));
  if (order.version !== version) throw changedMeanwhile();
  const { status = order.status, note = order.note } = changes;
  try {
    return await withCustomer(await order.set({ status, note }).save());
  } catch (error) {
    throw error.name === 'VersionError' ? changedMeanwhile() : error;
  }
}

const withCustomer = (order) => order.populate('customer', 'name');

const changedMeanwhile = () => new Refused(409, 'somebody has changed the order since you saw it');

function found(document) {
  if (!document) throw new Refused(404, 'there is no such document');
  return document;
}
