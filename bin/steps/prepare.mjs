import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, isBuilt } from './build.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { withPrepareLock } from './lock.mjs';
import { root } from './root.mjs';

/**
 * Installs and builds what is missing or stale. Where all is as it should be nothing is written, and an image that
 * holds no sources is taken as it is: both may be read-only.
 */
export async function prepare() {
  const hasSources = existsSync(join(root, 'server'));
  if (!hasSources || (isInstalled() && isBuilt())) return;
  await withPrepareLock(async () => {
    await ensureInstalled();
    await ensureBuilt();
  });
}
