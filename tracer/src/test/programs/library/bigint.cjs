console.log(2n ** 64n, -7n / 2n, -7n % 3n, BigInt.asUintN(8, 257n), 0x10n, 5n > 4, 1n == 1, typeof 5n, BigInt('0xff'), (123n).toString(2), [3n, 1n, 2n].sort(), 10n ** 30n);
