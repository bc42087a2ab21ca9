function price(pieces) {
  return pieces * 12;
}

export { price as default, price as 'module.exports' };
