console.log(['x'.repeat(200), 'short']);
console.log({ text: 'line one\nline two\nline three which is rather long so that it does not fit into one line' });
console.log('y'.repeat(300).length);
