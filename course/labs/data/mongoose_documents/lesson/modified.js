import mongoose, { Schema } from 'mongoose';

const Task = mongoose.model('Task', new Schema({
  title: String,
  state: { type: String, default: 'open' },
}));

const task = new Task({ title: 'write' });
console.log(task.isNew, task.isModified('title'), task.isModified('state'));

const found = Task.hydrate({ title: 'write', state: 'open' }); // what a query makes of a stored one
found.set({ title: 'write', state: 'done' });
console.log(found.isNew, found.isModified('title'), found.isModified('state'));
console.log(found.$getChanges());
