const stats = {
  count() {
    this.orders = (this.orders ?? 0) + 1;
  },
};
const { count } = stats;
count();
count();
console.log(stats.orders, globalThis.orders);
