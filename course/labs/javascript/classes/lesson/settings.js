class SettingsError extends Error {
  get name() {
    return 'SettingsError';
  }
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SettingsError('The settings cannot be read.', { cause });
  }
}

try {
  read('{ port: 80 }');
} catch (error) {
  console.log(String(error));
  console.log(error instanceof SettingsError, error instanceof Error, error.cause.name);
}
