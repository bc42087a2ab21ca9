// The accounts, as a database would keep them: { id, iss, sub, email }.
const accounts = [];

export function accountById(id) {
  return accounts.find((account) => account.id === id);
}

// The account of whoever has signed in; one is made the first time.
export function accountFor({ iss, sub, email }) {
  const known = accounts.find((account) => account.iss === iss && account.sub === sub);
  if (known) return known;
  const account = { id: `a${accounts.length + 1}`, iss, sub, email };
  accounts.push(account);
  return account;
}
