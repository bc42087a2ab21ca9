// Plain objects in and out; a change is one update that says under which condition it may be made.
import { place } from './intake.js';
import { Customer, Order } from './models.js';
import { Refused } from './refused.js';

const gone = () => new Refused(404, 'not found');
const total = (lines) => lines.map((line) => line.price * line.quantity).reduce((a, b) => a + b, 0);
const showOrder = ({ _id, __v, customer, ...order }) => ({
  ...order,
  id: _id,
  version: __v,
  customer: { id: customer._id, name: customer.name },
  total: total(order.lines),
});
const WITH_CUSTOMER = { path: 'customer', model: Customer, select: 'name', options: { lean: true } };

export async function findCustomer(id) {
  const [customer, orders] = await Promise.all([
    Customer.findById(id).lean(),
    Order.find({ customer: id }).lean(),
  ]);
  if (!customer) throw gone();
  return {
    id,
    name: customer.name,
    email: customer.email,
    orders: orders.map(({ _id, status, lines }) => ({ id: _id, status, total: total(lines) })),
  };
}

export async function placeOrder(body) {
  const { id } = await place(body);
  return findOrder(id);
}

export async function findOrder(id) {
  const order = await Order.findById(id).populate(WITH_CUSTOMER).lean();
  if (!order) throw gone();
  return showOrder(order);
}

export async function listOrders() {
  const orders = await Order.aggregate([
    { $lookup: { from: 'customers', localField: 'customer', foreignField: '_id', as: 'customer' } },
    { $unwind: '$customer' },
  ]);
  return orders.map(showOrder);
}

export async function changeOrder(_id, version, changes) {
  const seen = await Order.findById(_id).select('status').lean();
  if (!seen) throw gone();
  const $set = {};
  for (const name of ['status', 'note']) {
    if (name in changes) $set[name] = changes[name];
  }
  const update = { $set, $inc: { __v: 1 } };
  const moves = 'status' in $set && $set.status !== seen.status;
  if (moves) update.$push = { history: { status: $set.status, at: new Date() } };
  const unchanged = { _id, __v: version, status: seen.status };
  const order = await Order.findOneAndUpdate(unchanged, update, { runValidators: true, returnDocument: 'after' })
    .populate(WITH_CUSTOMER)
    .lean();
  if (!order) throw new Refused(409, `version ${version} is not the last one`);
  return showOrder(order);
}
