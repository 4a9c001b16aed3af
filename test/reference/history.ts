/** What was known of the figures of a world, moment by moment: every change with when it was made, and nothing cleverer. */

import type { Observation, World } from './world';

interface Change {
  readonly at: Date;
  readonly observation: Observation;
  readonly isDeletion: boolean;
}

export class History {
  private readonly changes: Change[] = [];

  /** From this moment on, these are the figures of their keys. */
  write(at: Date, observations: readonly Observation[]): void {
    for (const observation of observations) this.changes.push({ at, observation, isDeletion: false });
    this.moments.push(at);
  }

  /** From this moment on, there are no figures of these keys. */
  delete(at: Date, observations: readonly Observation[]): void {
    for (const observation of observations) this.changes.push({ at, observation, isDeletion: true });
    this.moments.push(at);
  }

  readonly moments: Date[] = [];

  /** The world with its figures as they were known; all else is as it is today. */
  knownAt(world: World, moment: Date): World {
    const known = new Map<string, Observation>();
    for (const { at, observation, isDeletion } of this.changes) {
      if (at > moment) break;
      const { unit, indicator, period, member } = observation;
      const key = JSON.stringify([unit, indicator, period, member]);
      if (isDeletion) known.delete(key);
      else known.set(key, observation);
    }
    return { ...world, observations: [...known.values()] };
  }
}
