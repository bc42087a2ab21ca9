exports.named = 'named';
exports.other = 2;
