const controller = new AbortController();
const { signal } = controller;

signal.addEventListener('abort', () => console.log('told:', signal.reason));
controller.abort('the caller has left');
signal.addEventListener('abort', () => console.log('never printed'));

try {
  signal.throwIfAborted();
} catch (reason) {
  console.log('thrown:', reason);
}
