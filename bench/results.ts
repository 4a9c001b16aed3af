import type { Goal } from './goals';
import type { HostileResult } from './measure-hostile';
import type { ImportResult } from './measure-import';
import type { LoadResult } from './measure-load';
import type { QuestionResult } from './measure-questions';
import type { SpaceResult } from './measure-space';
import type { WriteResult } from './measure-writes';

/** All that a run has found out, as it is written to the JSON file. */
export interface Results {
  startedAt: string;
  machine: { cpus: number; cpu: string; memoryGb: number; node: string };
  postgres: { version: string; settings: Record<string, string> };
  shape: string;
  seed: number;
  worlds: { size: string; cells: number; generatedInSeconds: number | null }[];
  questions: QuestionResult[];
  space: SpaceResult[];
  writes: WriteResult[];
  load: LoadResult[];
  hostile: HostileResult[];
  imports: ImportResult[];
  memory: { size: string; nowMb: number; peakMb: number }[];
  goals: Goal[];
}
