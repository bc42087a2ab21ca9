// Bundles style sheet, scripts and fonts into static assets whose names carry the digest of their content,
// each beside its compressed forms, and writes the manifest that the pages read.

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { sharedPage } from './build-shared.mjs';

const here = import.meta.dirname;
const out = process.argv[2] ?? join(here, '../target/assets/static/assets');
const entries = new Set(['src/lab.js', 'src/playground.js', 'src/review.js', 'src/passkeys.js', 'src/passwords.js', 'src/theme.js', ...['site', 'recording', 'styles/path', 'styles/review', 'styles/people'].map((name) => `src/${name}.css`)]);
const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  outdir: out,
  metafile: true,
  target: ['es2022'],
  legalComments: 'none',
  logLevel: 'warning',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: '/assets',
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const built = [
  await build({ ...common, entryPoints: ['src/lab.js', 'src/playground.js'], format: 'esm', splitting: true }),
  await build({ ...common, entryPoints: ['src/review.js', 'src/passkeys.js', 'src/passwords.js'], format: 'esm' }),
  await build({ ...common, entryPoints: ['src/theme.js'], format: 'iife' }),
  await build({ ...common, entryPoints: [...entries].filter((name) => name.endsWith('.css')), loader: { '.woff2': 'file' } }),
];
const addresses = new Map();
for (const { metafile } of built) {
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const name = basename(path);
    const plain = entries.has(entryPoint) ? basename(entryPoint) : name.replace(/-[A-Z0-9]{8}(?=\.)/, '');
    if (entries.has(entryPoint) || name.endsWith('.woff2')) addresses.set(plain, `/assets/${name}`);
  }
}
addresses.set('icon.svg', await put(await readFile(join(here, 'src/icon.svg')), 'icon', '.svg'));
addresses.set('shared.txt', await put(Buffer.from(await sharedPage()), 'shared', '.txt'));
await writeFile(
  join(out, 'manifest.properties'),
  [...addresses].sort().map(([name, address]) => `${name}=${address}\n`).join(''),
);
await compress();

/** Writes a file under a name with its digest. */
async function put(bytes, name, end) {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
  await writeFile(join(out, `${name}-${digest}${end}`), bytes);
  return `/assets/${name}-${digest}${end}`;
}

/** Fonts are compressed already. */
async function compress() {
  for (const name of await readdir(out)) {
    if (!/\.(js|css|svg|txt)$/.test(name)) continue;
    const bytes = await readFile(join(out, name));
    await writeFile(join(out, name + '.gz'), gzipSync(bytes, { level: 9 }));
    await writeFile(join(out, name + '.br'), brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }));
  }
}
