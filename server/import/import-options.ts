import { Access } from '../access/access';
import type { Author } from '../database/write-transaction';
import type { NumberFormat } from './file/number-format';

export const resources = ['units', 'indicators', 'observations'] as const;
export type ImportedResource = (typeof resources)[number];

export const numberFormats = ['auto', 'plain', 'vi', 'en'] as const;
export const emptyPolicies = ['refuse', 'skip', 'delete'] as const;

export interface ImportOptions {
  /** Checks and counts everything, and leaves the database as it was. */
  dryRun: boolean;
  /** How numbers are written; `auto` finds out from the file as a whole. */
  numbers: NumberFormat | 'auto';
  /** What an empty value of an observation means. */
  empty: (typeof emptyPolicies)[number];
  /** How many problems the report lists; it counts all of them. */
  problemLimit: number;
  /** Who changes the data by it. */
  author: Author;
  onProgress: (progress: Progress) => void;
}

export interface Progress {
  phase: 'reading' | 'checking' | 'writing';
  rows: number;
}

export const defaultOptions: ImportOptions = {
  dryRun: false,
  numbers: 'auto',
  empty: 'refuse',
  problemLimit: 50,
  author: { access: Access.ofSystem('import'), requestId: null },
  onProgress: () => {},
};
