throw new TypeError('broken while it runs');
