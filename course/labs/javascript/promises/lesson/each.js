const pack = (id) => new Promise((fulfil) => setTimeout(fulfil, 600 - 200 * id, `parcel ${id}`));

const early = [];
[1, 2].forEach(async (id) => {
  early.push(await pack(id));
});
console.log('forEach:', early);

const parcels = [];
for (const id of [1, 2]) {
  parcels.push(await pack(id));
}
console.log('for…of: ', parcels);
console.log('forEach:', early);
