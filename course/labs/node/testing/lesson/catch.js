import assert from 'node:assert/strict';

const withdraw = async (amount) => amount; // it should refuse 0

async function refusesNothing() {
  try {
    await withdraw(0);
  } catch (error) {
    assert.equal(error.code, 'ERR_AMOUNT');
  }
}

await refusesNothing();
console.log('passed');
