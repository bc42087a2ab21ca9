export function price(grams) {
  return grams <= 1000 ? 5 : 9;
}

export async function later(grams) {
  return price(grams);
}
