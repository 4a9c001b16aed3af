import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { CodedEntity } from '../coded.entity';
import { Programme } from './programme.entity';

/** One group of objectives of a programme; it is reached when every one of its targets is. */
@Entity('objective')
@ObjectType({ description: 'A group of objectives of a programme; reached when each of its targets is.' })
export class Objective extends CodedEntity {
  @Column({ name: 'programme_id', type: 'integer' })
  programmeId!: number;

  @ManyToOne(() => Programme, { nullable: false })
  @JoinColumn({ name: 'programme_id' })
  programme!: Relation<Programme>;

  @Field(() => Int, { description: 'Where it stands in lists; ties are broken by name.' })
  @Column({ name: 'sort_order', type: 'integer', default: 0 })
  sortOrder!: number;
}
