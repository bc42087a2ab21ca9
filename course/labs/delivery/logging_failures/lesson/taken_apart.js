import { stdSerializers } from 'pino';

const error = new Error('charge failed', { cause: new Error('connect ECONNREFUSED') });
error.code = 'E_CHARGE';
console.log(JSON.stringify({ error }));

const { message, stack, code } = error;
console.log(JSON.stringify({ message, code, lines: stack.split('\n').length > 1 }));

const pinos = stdSerializers.err(error);
console.log(pinos.message, '|', pinos.code);

error.config = { url: '/charge', error };
try {
  JSON.stringify(error);
} catch ({ name }) {
  console.log(name);
}
