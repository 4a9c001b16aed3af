import type { Command } from './command';

interface CommandEntry {
  summary: string;
  /** Loaded only when called, so that `khoi --help` need not wait for the whole server. */
  load(): Promise<Command>;
}

/** Every command of `khoi`, in the order of `khoi --help`. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  serve: {
    summary: 'run the server (what npm start does)',
    load: async () => (await import('./serve.js')).serve,
  },
  migrate: {
    summary: "bring the database's schema up to date",
    load: async () => (await import('./migrate.js')).migrateCommand,
  },
  import: {
    summary: 'import units, indicators or observations from a CSV file',
    load: async () => (await import('./import.js')).importCommand,
  },
  users: {
    summary: 'list and add users, give one a new password',
    load: async () => (await import('./users.js')).usersCommand,
  },
  keys: {
    summary: 'list, add and revoke keys for tools',
    load: async () => (await import('./keys.js')).keysCommand,
  },
  verify: {
    summary: 'check the database against what must hold in it',
    load: async () => (await import('./verify.js')).verifyCommand,
  },
  rebuild: {
    summary: 'make the roll-ups anew from units and figures',
    load: async () => (await import('./rebuild.js')).rebuildCommand,
  },
};
