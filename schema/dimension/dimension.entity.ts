import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { CodedEntity } from '../coded.entity';

/** A breakdown that indicators can be reported by; the total of an indicator is the sum over its members. */
@Entity('dimension')
@ObjectType({
  description:
    'A breakdown of indicators, such as membership status. Every dimension has the member "unspecified" for what was reported undivided.',
})
export class Dimension extends CodedEntity {}
