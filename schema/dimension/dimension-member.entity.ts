import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { CodedEntity } from '../coded.entity';
import { Dimension } from './dimension.entity';

/** One part of a breakdown, such as official or probationary. Its code is unique within its dimension. */
@Entity('dimension_member')
@ObjectType({ description: 'One part of a breakdown; its code is unique within its dimension.' })
export class DimensionMember extends CodedEntity {
  @Column({ name: 'dimension_id', type: 'integer' })
  dimensionId!: number;

  @ManyToOne(() => Dimension, { nullable: false })
  @JoinColumn({ name: 'dimension_id' })
  dimension!: Relation<Dimension>;

  @Field(() => Int, { description: 'Where it stands in lists; ties are broken by name.' })
  @Column({ name: 'sort_order', type: 'integer', default: 0 })
  sortOrder!: number;
}
