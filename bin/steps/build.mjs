import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

const SOURCES = ['admin', 'schema', 'server', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const stampPath = join(root, 'dist', '.built-from');

/** Builds the server and the pages if dist/ was not made from the sources as they are. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.error('Building Khối…');
  await build();
}

/** Builds everything. The stamp is written last, so that an interrupted build counts as none. */
export async function build() {
  const hash = hashSources();
  rmSync(stampPath, { force: true });
  const bundle = ['build', '--config', 'admin/vite.config.mts', '--logLevel', 'error'];
  await Promise.all([
    runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']),
    runNode('node_modules/vite/bin/vite.js', bundle),
    runNode('node_modules/vite/bin/vite.js', [
      ...bundle,
      '--ssr',
      'src/trustedDocuments.ts',
      '--outDir',
      '../dist/trusted-documents',
    ]),
  ]);
  await writeTrustedDocuments();
  writeFileSync(stampPath, hash);
}

/** The server needs the texts alone, and not what the client makes them with. */
async function writeTrustedDocuments() {
  const folder = join(root, 'dist', 'trusted-documents');
  const { trustedDocuments } = await import(pathToFileURL(join(folder, 'trustedDocuments.mjs')).href);
  writeFileSync(`${folder}.json`, JSON.stringify(trustedDocuments, null, 1));
  rmSync(folder, { recursive: true });
}

/** Whether dist/ was made from the sources as they are. */
export function isBuilt() {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hashSources();
}

/** By content, not by time: a checkout or a copy changes the times of files that are the same. */
function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addToHash(hash, source);
  return hash.digest('hex');
}

function addToHash(hash, path) {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) {
    hash.update(path).update('\0').update(readFileSync(full)).update('\0');
    return;
  }
  for (const name of readdirSync(full).sort()) addToHash(hash, join(path, name));
}
