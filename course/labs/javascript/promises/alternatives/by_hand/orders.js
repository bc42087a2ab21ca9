// As before async functions: `new Promise`, `then` with two functions, and recursion.

function attempt(start) {
  return new Promise(function (resolve) {
    resolve(start()); // what the executor throws rejects the promise
  });
}

export function placeOrder(shop, id) {
  var order;
  return attempt(function () {
    return shop.load(id);
  })
    .then(function (loaded) {
      order = loaded;
      return shop.reserve(order);
    })
    .then(function () {
      return shop.charge(order);
    })
    .then(function (payment) {
      return shop.send(order, payment);
    });
}

export function priceOf(shop, item) {
  return attempt(function () {
    return shop.quote(item);
  }).then(null, function (error) {
    return error.code === 'NOT_LISTED' ? shop.estimate(item) : Promise.reject(error);
  });
}

export function packAll(shop, ids) {
  return new Promise(function (fulfil, reject) {
    var parcels = [];
    function next(i) {
      if (i === ids.length) {
        fulfil(parcels);
        return;
      }
      attempt(function () {
        return shop.pack(ids[i]);
      }).then(function (parcel) {
        parcels[i] = parcel;
        next(i + 1);
      }, reject);
    }
    next(0);
  });
}

export function withDesk(shop, work) {
  return attempt(function () {
    return shop.open();
  }).then(function (desk) {
    function closed(then) {
      return attempt(function () {
        return desk.close();
      }).then(then);
    }
    return attempt(function () {
      return work(desk);
    }).then(
      function (answer) {
        return closed(function () {
          return answer;
        });
      },
      function (error) {
        return closed(function () {
          throw error;
        });
      },
    );
  });
}

export function view(shop, id) {
  attempt(function () {
    return shop.count(id);
  }).then(null, function (error) {
    shop.warn(error);
  });
  return attempt(function () {
    return shop.load(id);
  });
}
