// What Run runs. Change it as you like: no check looks at it.
import { ColdParcel, Parcel, create, instanceOf } from './prototypes.js';

const lima = new Parcel('Lima').add('oil', 900);
const rome = new Parcel('Rome').add('tea', 40);
console.log('labels     ', lima.label(), '|', rome.label());
console.log('items      ', lima.items.length, rome.items.length);

const oslo = new ColdParcel('Oslo', 8);
console.log('cold       ', oslo.label(), '| is a Parcel:', oslo instanceof Parcel);
console.log('constructor', oslo.constructor.name);

Parcel.prototype.limit = 500;
console.log('limits     ', lima.limit, rome.limit, oslo.limit);

try {
  console.log('without new', Parcel('Bonn').label());
} catch (error) {
  console.log('without new', error.message);
}

const defaults = { retries: 3 };
const settings = create(defaults, { url: 'https://example.com' });
defaults.retries = 5;
console.log('create     ', settings.url, settings.retries);
console.log('instanceOf ', instanceOf(oslo, Parcel), instanceOf(lima, ColdParcel));
