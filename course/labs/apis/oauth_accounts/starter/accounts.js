// The accounts, as a database would keep them: { id, email, identity }.
// `identity` is { iss, sub } once somebody has signed in through the provider.
const accounts = [
  { id: 'a1', email: 'ann@mail.example', identity: null },
  { id: 'a2', email: 'ben@mail.example', identity: null },
];

export function accountById(id) {
  return accounts.find((account) => account.id === id);
}

export function accountByIdentity(iss, sub) {
  return accounts.find(({ identity }) => identity?.iss === iss && identity.sub === sub);
}

export function accountByEmail(email) {
  return accounts.find((account) => account.email === email);
}

export function createAccount(email, identity) {
  const account = { id: `a${accounts.length + 1}`, email, identity };
  accounts.push(account);
  return account;
}
