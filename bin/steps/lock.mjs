import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';

const path = join(root, '.prepare.lock');

/** Two starts of a fresh clone at once: one installs and builds, the other waits and finds it done. */
export async function withPrepareLock(work) {
  for (let hasSaid = false; !tryLock(); ) {
    if (isHolderGone()) {
      rmSync(path, { force: true });
      continue;
    }
    if (!hasSaid) console.error(`Another process installs or builds; waiting for it (it holds ${path}).`);
    hasSaid = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLock() {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHolderGone() {
  let text;
  let age;
  try {
    text = readFileSync(path, 'utf8');
    age = Date.now() - statSync(path).mtimeMs;
  } catch {
    return false;
  }
  // The file stands for a moment before the number is in it.
  if (text === '') return age > 2_000;
  const pid = Number(text);
  if (!pid || pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
