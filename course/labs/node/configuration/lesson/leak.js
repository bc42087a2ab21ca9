try {
  new URL('postgres//ann:tulip@db');
} catch (error) {
  console.log(error.message);
  console.log(error.input);
}
