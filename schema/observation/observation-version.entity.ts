import { Column, Entity } from 'typeorm';
import { Observation } from './observation.entity';

/**
 * A figure as it stood from when it was recorded until it was replaced: every version of every observation that fits the
 * definitions of today, read from a view and never written. In the API it is an observation like the others.
 */
@Entity('known_observation')
export class ObservationVersion extends Observation {
  /** Infinity for the one that stands now, which no Date can tell: compared in SQL only. */
  @Column({ name: 'replaced_at', type: 'timestamptz', select: false })
  replacedAt!: Date;
}
