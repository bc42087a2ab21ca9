// Shows the recording by itself, without the academy: `node preview.mjs [TRACE.json]`, under the pages' own policy.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";
const SCRIPT = `
  import { mount } from './src/recording.js';
  import { orderTrace } from './test/order-trace.js';
  const asked = new URLSearchParams(location.search);
  if (asked.has('theme')) document.documentElement.dataset.theme = asked.get('theme');
  const trace = asked.has('own') ? await (await fetch('/trace.json')).json() : orderTrace;
  const begun = performance.now();
  globalThis.recording = mount(document.getElementById('main'), trace, {
    step: Number(asked.get('step') ?? 1) - 1, predict: asked.has('predict'), bar: document.getElementById('modes'), remember: (answer) => console.log(JSON.stringify(answer)),
  });
  document.documentElement.dataset.ready = String(Math.round(performance.now() - begun));
`;

const made = await build({
  absWorkingDir: here, bundle: true, write: false, outdir: '/out', format: 'esm', target: ['es2022'], logLevel: 'warning', loader: { '.woff2': 'file' }, assetNames: '[name]', publicPath: '/',
  stdin: { contents: SCRIPT, resolveDir: here, sourcefile: 'preview.js' },
});
const sheets = await build({ absWorkingDir: here, bundle: true, write: false, outdir: '/out', entryPoints: ['src/site.css', 'src/recording.css'], loader: { '.woff2': 'file' }, assetNames: '[name]', publicPath: '/', logLevel: 'warning' });
const files = new Map([...made.outputFiles, ...sheets.outputFiles].map(({ path, contents }) => [path.slice('/out/'.length), contents]));
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Recording</title>
<link rel="stylesheet" href="/site.css"><link rel="stylesheet" href="/recording.css"><script type="module" src="/stdin.js"></script></head>
<body class="p-rec"><header class="top"><p class="brand">Backwright</p></header><section class="bar" aria-label="Page"><h1>Recording</h1><div class="end" id="modes"></div></section><main id="main"></main></body></html>`;

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const type = { css: 'text/css', js: 'text/javascript', json: 'application/json', woff2: 'font/woff2' }[pathname.split('.').pop() ?? ''] ?? 'text/html; charset=utf-8';
  const body = pathname === '/' ? page : pathname === '/trace.json' && process.argv[2] ? await readFile(join(process.cwd(), process.argv[2])) : files.get(pathname.slice(1));
  response.writeHead(body ? 200 : 404, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
