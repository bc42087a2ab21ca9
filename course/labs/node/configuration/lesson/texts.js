process.env.TRUST_PROXY = false;
process.env.PORT = '';

const flag = process.env.TRUST_PROXY;
console.log(typeof flag, flag ? 'trusts' : 'does not trust');
console.log(process.env.PORT ?? 3000);
console.log(process.env.PORT || 3000);
console.log(parseInt('80abc'), Number('0x50'), Number(' '));
