// Plain objects in and out; each change is one update that says under which condition it may be made.
import { Customer, Order, Product } from './models.js';
import { Refused } from './refused.js';

const gone = () => new Refused(404, 'not found');
const total = (lines) => lines.map((line) => line.price * line.quantity).reduce((a, b) => a + b, 0);
const showCustomer = ({ _id, name, email }) => ({ id: _id, name, email });
const showOrder = ({ _id, __v, customer, ...order }) => ({
  ...order,
  id: _id,
  version: __v,
  customer: { id: customer._id, name: customer.name },
  total: total(order.lines),
});
const WITH_CUSTOMER = { path: 'customer', model: Customer, select: 'name', options: { lean: true } };

function only(object, ...names) {
  return Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));
}

async function uniquely(work) {
  try {
    return await work();
  } catch (error) {
    if (error.code === 11000) throw new Refused(409, 'somebody has this email');
    throw error;
  }
}

export async function addCustomer(body) {
  return showCustomer(await uniquely(() => Customer.create(only(body, 'name', 'email'))));
}

export async function changeCustomer(_id, changes) {
  const options = { runValidators: true, returnDocument: 'after', lean: true };
  const update = { $set: only(changes, 'name', 'email') };
  const customer = await uniquely(() => Customer.findOneAndUpdate({ _id }, update, options));
  if (!customer) throw gone();
  return showCustomer(customer);
}

export async function findCustomer(id) {
  const [customer, orders] = await Promise.all([
    Customer.findById(id).lean(),
    Order.find({ customer: id }).lean(),
  ]);
  if (!customer) throw gone();
  return {
    ...showCustomer(customer),
    orders: orders.map(({ _id, status, lines }) => ({ id: _id, status, total: total(lines) })),
  };
}

export async function placeOrder({ customer, lines }) {
  const [products, known] = await Promise.all([
    Product.find({ _id: { $in: lines.map((line) => line.product).filter((id) => /^\w{24}$/.test(id)) } }).lean(),
    Customer.findById(/^[0-9a-f]{24}$/.test(customer) ? customer : null).lean(),
  ]);
  const byId = Object.groupBy(products, (product) => product._id);
  const order = new Order({
    customer,
    status: 'open',
    note: '',
    history: [{ status: 'open', at: new Date() }],
    lines: lines.map(({ product, quantity }) => {
      const [{ name, price } = {}] = byId[product] ?? [];
      return { product, quantity, name, price };
    }),
  });
  const wrong = new Set(Object.keys((await order.validate().catch((error) => error))?.errors ?? {}));
  if (!known) wrong.add('customer');
  if (lines.length === 0 || lines.length > 20) wrong.add('lines');
  lines.forEach(({ product }, i) => {
    if (!byId[product]) wrong.add(`lines.${i}.product`);
  });
  if (wrong.size > 0) throw new Refused(422, 'the order is wrong', [...wrong]);
  await order.save({ validateBeforeSave: false });
  return showOrder({ ...order.toObject(), customer: known });
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
  const $set = only(changes, 'status', 'note');
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
