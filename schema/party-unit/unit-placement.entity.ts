import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { PartyUnit } from './party-unit.entity';

/**
 * Where a unit stood and what it was, from a date until a date. The placements of a unit cover its life without gap or
 * overlap, and never put a unit below itself; the database sees to both.
 */
@Entity('unit_placement')
export class UnitPlacement {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @ManyToOne(() => PartyUnit, { nullable: false })
  @JoinColumn({ name: 'unit_id' })
  unit!: Relation<PartyUnit>;

  /** The first day of this state. */
  @Column({ name: 'effective_on', type: 'date' })
  effectiveOn!: string;

  /** The first day of the next state, or of the unit being closed; null while it lasts. */
  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'name_en', type: 'text', nullable: true })
  nameEn!: string | null;

  @Column({ name: 'parent_id', type: 'integer', nullable: true })
  parentId!: number | null;

  @Column({ name: 'kind_id', type: 'integer', nullable: true })
  kindId!: number | null;

  @Column({ name: 'sector_id', type: 'integer', nullable: true })
  sectorId!: number | null;
}
