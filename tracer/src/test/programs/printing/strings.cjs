console.log(["it's", 'say "hi"', `both ' and "`, 'all \' " `', 'line\nbreak', 'tab\t', 'nul\0', '\u{1F600}', '\ud800', 'ü']);
console.log('plain\tstring');
