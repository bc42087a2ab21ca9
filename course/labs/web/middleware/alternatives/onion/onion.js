// Layers around a core. Each layer is a function (context, inner) => Promise.
export const onion = (...layers) => (context) =>
  layers.reduceRight((inner, layer) => () => layer(context, inner), async () => {})();

/** Lets a connect-style function (req, res, next) be a layer. */
export const layer = (handle) => ({ req, res }, inner) =>
  new Promise((resolve, reject) => {
    res.once('close', resolve);
    handle(req, res, (error) => (error ? reject(error) : inner().then(resolve, reject)));
  });
