async function ask() {
  throw new Error('busy');
}

async function bare() {
  try {
    return ask();
  } catch {
    return 'caught';
  }
}

async function awaited() {
  try {
    return await ask();
  } catch {
    return 'caught';
  }
}

awaited().then((answer) => console.log('awaited:', answer));
bare().catch((error) => console.log('bare:', error.message));
