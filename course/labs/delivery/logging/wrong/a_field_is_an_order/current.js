import { AsyncLocalStorage } from 'node:async_hooks';

const exchanges = new AsyncLocalStorage();

export const current = () => exchanges.getStore();
export const during = (exchange, work) => exchanges.run(exchange, work);
