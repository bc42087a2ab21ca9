import test from 'node:test';

test('has a price');
