// Serve cats.
export {};
