import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNpm } from './npm.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

/** Installs the packages that package-lock.json names, if they are not what is installed. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing the packages that Khối needs (once; it takes a minute)…');
  await runNode(findNpm(), ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/**
 * npm keeps its own account of what it installed. Optional packages may be missing there, those of other platforms for
 * one, but none may have another version.
 */
export function isInstalled() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(readPackages(join(root, 'package-lock.json')) ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional || wanted.devOptional;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
