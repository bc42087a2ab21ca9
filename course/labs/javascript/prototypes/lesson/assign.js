const sent = JSON.parse('{ "__proto__": { "admin": true } }');

const assigned = Object.assign({}, sent);
const spread = { ...sent };
console.log(assigned.admin, spread.admin);
