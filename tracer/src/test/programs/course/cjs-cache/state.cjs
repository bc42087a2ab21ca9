console.log('state runs');
module.exports = { count: 0 };
