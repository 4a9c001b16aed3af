import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** What everything with a code has in common: a stable code, names in two languages and a version. */
@ObjectType()
export abstract class CodedEntity {
  @Field(() => ID, {
    description: 'Identifies the record within this installation; in queries, codes read better.',
  })
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Field(() => String, { description: 'Stable and unique; other records and queries name this one by it.' })
  @Column({ type: 'text', unique: true })
  code!: string;

  @Field(() => String, { description: 'The name in Vietnamese.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The name in English.' })
  @Column({ name: 'name_en', type: 'text', nullable: true })
  nameEn!: string | null;

  @Field(() => Int, {
    description: 'Counts the changes; send it back with an update, so that no change of others is lost.',
  })
  @VersionColumn({ type: 'integer' })
  version!: number;
}
