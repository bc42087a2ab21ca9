// Begins to serve. What it prints is for whoever watches the log.
export function start(config) {
  console.log(`shop on ${config.server.host}:${config.server.port}`);
  console.log(config);
}
