const x = (1, 2, 3);
console.log(x, void 0, !!'' , +'12', -'3', +[], +{}, [] + {}, [1] == 1, null == 0, NaN !== NaN);
