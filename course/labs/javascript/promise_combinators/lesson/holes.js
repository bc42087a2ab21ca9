const values = [];
values[2] = 'the third one was the first to come';
console.log(values.length, values);
