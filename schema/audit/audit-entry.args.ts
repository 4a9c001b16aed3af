import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { AuditEntryFilter } from './audit-entry.inputs';
import { AuditEntry } from './audit-entry.type';

export enum AuditEntrySortField {
  at = 'at',
}

export const AuditEntrySort = sortInput('AuditEntry', AuditEntrySortField);

@ArgsType()
export class AuditEntryListArgs extends PageArgs {
  @Field(() => AuditEntryFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: AuditEntryFilter | null;

  @Field(() => [AuditEntrySort], { nullable: true, description: 'The newest first when left out.' })
  sort?: Sort<AuditEntrySortField>[] | null;
}

export const AuditEntryPage = pageType('AuditEntryPage', AuditEntry);
