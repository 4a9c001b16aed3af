import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodedEntity } from '../coded.entity';

/** What a unit is: đảng bộ khối, đảng bộ cơ sở, chi bộ cơ sở, … */
@Entity('unit_kind')
@ObjectType({
  description:
    'What a unit is, such as a grassroots committee (đảng bộ cơ sở) or a grassroots cell (chi bộ cơ sở).',
})
export class UnitKind extends CodedEntity {
  @Field(() => Int, { description: 'Where it stands in lists; ties are broken by name.' })
  @Column({ name: 'sort_order', type: 'integer', default: 0 })
  sortOrder!: number;
}
