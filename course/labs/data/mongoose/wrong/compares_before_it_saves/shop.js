import { Customer, Order, totalOf } from './models.js';
import { Refused } from './refused.js';

const TAKEN = 11000; // what MongoDB says where a unique index refuses

export async function addCustomer({ name, email }) {
  return saved(new Customer({ name, email }));
}

export async function changeCustomer(id, changes) {
  const customer = found(await Customer.findById(id));
  const { name = customer.name, email = customer.email } = changes;
  return saved(customer.set({ name, email }));
}

export async function findCustomer(id) {
  return found(await Customer.findById(id).populate('orders', 'status lines'));
}

export async function placeOrder({ customer, lines }) {
  return withCustomer(await saved(new Order({ customer, lines })));
}

export async function findOrder(id) {
  return withCustomer(found(await Order.findById(id)));
}

export async function listOrders() {
  const orders = await Order.find().select('customer status lines').populate('customer', 'name').lean();
  return orders.map(({ _id, status, customer, lines }) => ({
    id: _id,
    status,
    customer: { id: customer._id, name: customer.name },
    total: totalOf(lines),
  }));
}

export async function changeOrder(id, version, changes) {
  const order = found(await Order.findById(id));
  if (order.version !== version) throw new Refused(409, 'somebody has changed it since you saw it');
  const { status = order.status, note = order.note } = changes;
  order.set({ status, note, version: version + 1 });
  return withCustomer(await saved(order));
}

const withCustomer = (order) => order.populate('customer', 'name');

function found(document) {
  if (!document) throw new Refused(404, 'there is no such document');
  return document;
}

/** Saves, and says 409 where somebody else was faster: with the same email, or with the same version. */
async function saved(document) {
  try {
    return await document.save();
  } catch (error) {
    const late = error.code === TAKEN || error.name === 'VersionError';
    throw late ? new Refused(409, error.message) : error;
  }
}
