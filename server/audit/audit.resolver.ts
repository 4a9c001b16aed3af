import { Args, Query, Resolver } from 'type-graphql';
import { AuditEntryListArgs, AuditEntryPage } from '../../schema/audit/audit-entry.args';
import { AuditEntry } from '../../schema/audit/audit-entry.type';
import type { Page } from '../../schema/list/page-type';
import type { AuditService } from './audit.service';

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(private readonly service: AuditService) {}

  @Query(() => AuditEntryPage, {
    description:
      'A page of the trace of changes, within what your grants let you audit: of figures, targets and units those of your part of the tree, of all else only on the whole tree.',
  })
  auditEntries(@Args(() => AuditEntryListArgs) args: AuditEntryListArgs): Promise<Page<AuditEntry>> {
    return this.service.list(args);
  }
}
