// What Run runs. Change it as you like: no check looks at it.
import { Account, SavingsAccount } from './accounts.js';

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}${error.cause ? ` (because of ${error.cause.name})` : ''}`;
  }
};

const ann = new Account({ owner: ' Ann ', balance: 500 });
console.log('balance ', ann.deposit(250).withdraw(50).balance);
console.log('set     ', attempt(() => (ann.balance = 1_000_000)), '| then', ann.balance);
console.log('too much', attempt(() => ann.withdraw(2_000_000)));
console.log('owner   ', `"${ann.owner}"`, '|', attempt(() => (ann.owner = ' ')));

const ben = new SavingsAccount({ owner: 'Ben', balance: 1050, rate: 3 });
console.log('interest', ben.addInterest().balance, 'at', ben.rate, '%');
console.log('opened  ', Account.opened, SavingsAccount.opened);
console.log('is one  ', Account.isAccount(ben), Account.isAccount(Object.create(Account.prototype)));

console.log('JSON    ', JSON.stringify([ann, ben]));
console.log('parsed  ', SavingsAccount.parse(JSON.stringify(ben)).constructor.name);
console.log('no JSON ', attempt(() => Account.parse('{')));
