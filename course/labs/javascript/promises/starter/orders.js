// The night run of a shop. It works on most nights, and on the others nobody can tell what happened.

/** Loads, reserves, charges and sends, in this order; gives the receipt. */
export function placeOrder(shop, id) {
  return shop.load(id).then((order) => {
    shop.reserve(order);
    shop.charge(order).then((payment) => {
      shop.send(order, payment); // who waits for this?
    });
  });
}

/** Gives the quoted price, or an estimate of what is not listed. */
export function priceOf(shop, item) {
  return shop.quote(item).catch((error) => {
    console.error('no price:', error.message); // and then?
  });
}

/** Packs one after the other; gives the parcels in the order of `ids`. */
export async function packAll(shop, ids) {
  const parcels = [];
  ids.forEach(async (id) => {
    parcels.push(await shop.pack(id));
  });
  return parcels; // how many are in it by now?
}

/** Gives what `work` answers at a desk, which is closed before anybody hears of it. */
export function withDesk(shop, work) {
  return shop.open().then((desk) =>
    work(desk).then((answer) => {
      desk.close(); // and when `work` fails?
      return answer;
    }),
  );
}

/** Gives the order, and counts the view without waiting for it. */
export function view(shop, id) {
  shop.count(id); // a promise that nobody holds
  return shop.load(id);
}
