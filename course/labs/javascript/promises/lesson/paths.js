Promise.reject(new Error('out of stock'))
  .then(() => console.log('then: passed over'))
  .catch((error) => {
    console.log('catch:', error.message);
    return 'a voucher';
  })
  .finally(() => {
    console.log('finally');
    return 'nobody sees this';
  })
  .then((value) => console.log('then:', value));
