import mongoose, { Schema } from 'mongoose';

const Film = mongoose.model('Film', new Schema({ name: String }));
const Booking = mongoose.model('Booking', new Schema({
  film: { type: Schema.Types.ObjectId, required: true },
  seats: [new Schema({ row: { type: String, match: /^[A-K]$/ } }, { _id: false })],
}));

const booking = new Booking({ film: '0f0000000000000000000007', seats: [{ row: 'B' }, { row: 'Z' }, { row: null }] });
booking.invalidate('film', 'there is no such film');
const error = await booking.validate().catch((caught) => caught);
console.log(Object.keys(error.errors));

console.log(await Film.exists({ _id: 'jaws' }).catch(({ name }) => name));
