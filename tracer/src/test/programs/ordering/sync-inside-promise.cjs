console.log(1);
new Promise((ok) => { console.log(2); ok(); console.log(3); }).then(() => console.log(5));
console.log(4);
