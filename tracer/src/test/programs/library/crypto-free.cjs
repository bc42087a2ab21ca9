console.log(typeof crypto, typeof fetch, typeof WebSocket, typeof performance, typeof structuredClone, typeof Blob, typeof navigator, globalThis === global, Object.keys(globalThis));
