export * from './customer.js';
export * from './order.js';
