// Whose parcels are where. Stays as it is.
const parcels = [
  { id: 1, owner: 'u-1f6c', to: 'Lima' },
  { id: 2, owner: 'u-9b20', to: 'Oslo' },
  { id: 3, owner: 'u-1f6c', to: 'Accra' },
];

/** Answers `GET /parcels` for the user whose id is `req.userId`. */
export function listParcels(req, res) {
  res.json({ user: req.userId, parcels: parcels.filter((each) => each.owner === req.userId) });
}
