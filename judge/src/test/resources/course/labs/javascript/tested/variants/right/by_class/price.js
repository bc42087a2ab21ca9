class Refused extends RangeError {}

class Tariff {
  of(grams) {
    if (Number.isNaN(grams) || grams <= 0) throw new Refused();
    return [5, 9][Number(grams > 1000)];
  }
}

const tariff = new Tariff();
export const price = (grams) => tariff.of(grams);
export const later = (grams) => new Promise((done) => done(tariff.of(grams)));
