function seen(words) {
  for (const word of words) {
    var first;
    let here;
    first ??= word;
    here ??= word;
    console.log(first, here);
  }
  console.log(typeof first, typeof here);
}

seen(['a', 'b']);
