const api = (() => { const secret = 42; return { reveal: () => secret }; })();
console.log(api.reveal(), typeof secret);
