import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodedEntity } from '../coded.entity';

/** The field an organisation works in (loại hình): cơ quan hành chính, đơn vị sự nghiệp, doanh nghiệp, … */
@Entity('sector')
@ObjectType({
  description: 'The field that a unit works in (loại hình), such as administration or enterprises.',
})
export class Sector extends CodedEntity {
  @Field(() => Int, { description: 'Where it stands in lists; ties are broken by name.' })
  @Column({ name: 'sort_order', type: 'integer', default: 0 })
  sortOrder!: number;
}
