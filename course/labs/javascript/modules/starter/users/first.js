// Loads one file of the library before any other.
await import(`../${process.argv[2]}`);
