import mongoose, { Schema } from 'mongoose';

const ticketSchema = new Schema({
  seat: { type: String, trim: true, uppercase: true, required: true },
  price: { type: Number, min: 0 },
  paid: { type: Boolean, default: false },
}, { toJSON: { virtuals: true } });
ticketSchema.virtual('label').get(function () {
  return `${this.seat} (${this.price} cents)`;
});
const Ticket = mongoose.model('Ticket', ticketSchema);

const ticket = new Ticket({ seat: ' b12 ', price: '900', admin: true, paid: true });
console.log(ticket.seat, ticket.price + 1, ticket.admin, ticket.paid, ticket.label);

const wrong = new Ticket({ seat: '  ', price: 'cheap' });
const error = await wrong.validate().catch((caught) => caught);
console.log(error.name, wrong.price);
for (const [field, { name }] of Object.entries(error.errors)) console.log(field, name);
