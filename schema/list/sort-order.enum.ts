import { registerEnumType } from 'type-graphql';

export enum SortOrder {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(SortOrder, {
  name: 'SortOrder',
  description: 'The direction of a sort. What has no value comes last in both.',
  valuesConfig: {
    ASC: { description: 'From the smallest, earliest or first in the alphabet.' },
    DESC: { description: 'From the largest, latest or last in the alphabet.' },
  },
});
