import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodedEntity } from '../coded.entity';
import { DateScalar } from '../scalar/date.scalar';

/** A resolution with its period and its groups of objectives. */
@Entity('programme')
@ObjectType({ description: 'A resolution with its period and its groups of objectives.' })
export class Programme extends CodedEntity {
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the resolution, such as 07-NQ/ĐU.' })
  @Column({ name: 'document_number', type: 'text', nullable: true })
  documentNumber!: string | null;

  @Field(() => DateScalar, { description: 'The first day of its period.' })
  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day of its period.' })
  @Column({ name: 'ends_on', type: 'date' })
  endsOn!: string;
}
