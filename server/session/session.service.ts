import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../../schema/list/page-type';
import type { SessionSortField } from '../../schema/session/session.args';
import { Session } from '../../schema/session/session.entity';
import type { SessionFilter } from '../../schema/session/session.inputs';
import type { Caller } from '../access/caller';
import type { Clock } from '../clock';
import { inWriteTransaction } from '../database/write-transaction';
import { AppError } from '../errors';
import { type ListArgs, listPage } from '../list/list';
import { parseId } from '../resource/ids';
import { sessionList } from './session.list';
import { idleSince } from './sessions';

/** Sessions that are not over: everyone's for those who manage people, one's own for all others. */
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caller: Caller,
    private readonly clock: Clock,
  ) {}

  list(args: ListArgs<SessionFilter, SessionSortField>): Promise<Page<Session>> {
    return listPage(sessionList, this.select(this.dataSource.manager), args, this.caller);
  }

  /** Ends a session at once: the next request with its cookie is refused. */
  revoke(id: string): Promise<Session> {
    const { access } = this.caller;
    if (access.actor.kind === 'KEY') access.requireEverywhere('MANAGE_PEOPLE');
    return inWriteTransaction(this.dataSource, this.caller, async (manager) => {
      const key = parseId(id);
      const found = await this.select(manager).andWhere('session.id = :id', { id: key }).getOne();
      if (!found) throw new AppError('NOT_FOUND', { resource: 'session', key: `with id ${key}` });
      await manager.query('delete from session where id = $1::integer', [key]);
      return found;
    });
  }

  /** All that is read or ended of sessions begins here. */
  private select(manager: EntityManager): SelectQueryBuilder<Session> {
    const { access } = this.caller;
    const now = this.clock();
    const query = manager
      .createQueryBuilder(Session, 'session')
      .where('session.expires_at > :now and session.last_seen_at > :idleSince', {
        now,
        idleSince: idleSince(now),
      });
    if (access.mayEverywhere('MANAGE_PEOPLE')) return query;
    return query.andWhere('session.user_id = :self', { self: access.actor.userId });
  }
}
