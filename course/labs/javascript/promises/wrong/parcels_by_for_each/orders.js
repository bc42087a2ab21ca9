/** Loads, reserves, charges and sends, in this order; gives the receipt. */
export function placeOrder(shop, id) {
  return Promise.try(() => shop.load(id)).then((order) =>
    Promise.try(() => shop.reserve(order))
      .then(() => shop.charge(order))
      .then((payment) => shop.send(order, payment)),
  );
}

/** Gives the quoted price, or an estimate of what is not listed. */
export function priceOf(shop, item) {
  return Promise.try(() => shop.quote(item)).catch((error) => {
    if (error.code !== 'NOT_LISTED') throw error;
    return shop.estimate(item);
  });
}

/** Packs one after the other; gives the parcels in the order of `ids`. */
export async function packAll(shop, ids) {
  const parcels = [];
  ids.forEach(async (id) => {
    parcels.push(await shop.pack(id));
  });
  return parcels;
}

/** Gives what `work` answers at a desk, which is closed before anybody hears of it. */
export function withDesk(shop, work) {
  return Promise.try(() => shop.open()).then((desk) =>
    Promise.try(() => work(desk)).finally(() => desk.close()),
  );
}

/** Gives the order, and counts the view without waiting for it. */
export function view(shop, id) {
  Promise.try(() => shop.count(id)).catch((error) => shop.warn(error));
  return Promise.try(() => shop.load(id));
}
