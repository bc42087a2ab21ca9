class Plan {
  static of(...given) {
    return new this(...given);
  }

  constructor(customer) {
    this.customer = customer;
  }

  price() {
    return 10;
  }

  bill() {
    return `${this.customer} pays ${this.price()}`;
  }
}

class YearPlan extends Plan {
  #months = 12;

  price() {
    return super.price() * this.#months;
  }
}

const plan = YearPlan.of('ann');
console.log(plan.bill(), plan instanceof YearPlan);
console.log(Object.getPrototypeOf(YearPlan) === Plan);
