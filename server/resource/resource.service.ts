import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { Page } from '../../schema/list/page-type';
import { forbidden } from '../access/access';
import type { Caller } from '../access/caller';
import type { Right } from '../access/rights';
import { inWriteTransaction } from '../database/write-transaction';
import { AppError } from '../errors';
import { type CommonFilter, type ListArgs, type ListDefinition, listPage } from '../list/list';
import { parseId } from './ids';
import { type Holder, refuseIfInUse } from './in-use';

export interface Versioned extends ObjectLiteral {
  version: number;
}

/** The columns that an input sets. */
export type Columns<Entity extends ObjectLiteral> = QueryDeepPartialEntity<Entity>;

/** The columns that identify one row, with their values. */
export type Key = Record<string, number | string | null>;

/**
 * The life of a record, the same for every resource: list, create, update with a version, delete. A resource says what
 * is its own: its SQL, how an input becomes columns and what holds it back from being deleted.
 */
export abstract class ResourceService<
  Entity extends Versioned,
  CreateInput extends object,
  UpdateInput extends object,
  Filter extends CommonFilter,
  SortField extends string,
> {
  /** What one record is called in messages. */
  protected abstract readonly resource: string;
  protected abstract readonly entity: EntityTarget<Entity>;
  protected abstract readonly definition: ListDefinition<Filter, SortField>;
  protected readonly holders: readonly Holder[] = [];
  /** What it takes to create, change or delete one. */
  protected abstract readonly writing: Right;

  constructor(
    protected readonly dataSource: DataSource,
    protected readonly caller: Caller,
  ) {}

  /** Selects the entity under the alias that the list definition uses, with the joins that it needs. */
  protected abstract select(manager: EntityManager): SelectQueryBuilder<Entity>;

  /** Checks an input and says what it sets; `current` is the record that an update changes. */
  protected abstract toColumns(
    manager: EntityManager,
    input: CreateInput | UpdateInput,
    current: Entity | null,
  ): Promise<Columns<Entity>>;

  /** The record in the words of an input, to be shown beside the one that a conflicting update submitted. */
  protected abstract toInput(manager: EntityManager, entity: Entity): Promise<object>;

  /** How a message names one of them, such as its code. */
  protected abstract nameOf(entity: Entity): string;

  async list(args: ListArgs<Filter, SortField>): Promise<Page<Entity>> {
    return listPage(this.definition, this.selectFor('READ', this.dataSource.manager), args, this.caller);
  }

  async findById(id: string): Promise<Entity | null> {
    return this.load(this.dataSource.manager, this.parseKey(id, 'id'), 'READ');
  }

  async create(input: CreateInput): Promise<Entity> {
    this.caller.access.require(this.writing);
    return this.write(async (manager) => {
      await this.refuseForbidden(manager, input, null);
      const columns = await this.toColumns(manager, input, null);
      const key = await this.insert(manager, columns);
      await this.afterWrite(manager, key, input, null);
      return this.mustLoad(manager, key);
    });
  }

  update(id: string, input: UpdateInput, version: number): Promise<Entity> {
    return this.write((manager) => this.change(manager, this.parseKey(id, 'id'), input, version));
  }

  /** All or nothing; whoever changes many at once has not seen their versions. */
  updateMany(ids: string[], input: UpdateInput): Promise<Entity[]> {
    return this.write(async (manager) => {
      const changed: Entity[] = [];
      for (const id of ids) changed.push(await this.change(manager, this.parseKey(id, 'ids'), input, null));
      return changed;
    });
  }

  delete(id: string): Promise<Entity> {
    return this.write((manager) => this.remove(manager, this.parseKey(id, 'id')));
  }

  deleteMany(ids: string[]): Promise<string[]> {
    return this.write(async (manager) => {
      for (const id of ids) await this.remove(manager, this.parseKey(id, 'ids'));
      return ids;
    });
  }

  protected write<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return inWriteTransaction(this.dataSource, this.caller, work);
  }

  /**
   * The records that a right covers. What all units share is covered for whoever has the right anywhere when it is read, and
   * everywhere when it is written.
   */
  protected selectFor(right: Right, manager: EntityManager): SelectQueryBuilder<Entity> {
    if (right === 'READ') this.caller.access.require(right);
    else this.caller.access.requireEverywhere(right);
    return this.select(manager);
  }

  /** Refuses an input that would write what the right does not cover, before anything is said about it. */
  protected async refuseForbidden(
    _manager: EntityManager,
    _input: CreateInput | UpdateInput,
    _current: Entity | null,
  ): Promise<void> {
    this.caller.access.requireEverywhere(this.writing);
  }

  /** What else an input writes, in the same transaction. */
  protected async afterWrite(
    _manager: EntityManager,
    _key: Key,
    _input: CreateInput | UpdateInput,
    _before: Entity | null,
  ): Promise<void> {}

  /** What is deleted together with a record. */
  protected async beforeDelete(_manager: EntityManager, _key: Key): Promise<void> {}

  /** Refuses a deletion for what is found out best once the record is gone; nothing is committed yet. */
  protected async afterDelete(_manager: EntityManager, _entity: Entity): Promise<void> {}

  /** The key that an id of the API stands for; `field` is the argument that carried it. */
  protected parseKey(id: string, field: string): Key {
    return { id: parseId(id, field) };
  }

  /** The condition that finds the row of a key; `prefix` is empty or an alias with its dot. */
  protected keyCondition(prefix: string): string {
    return `${prefix}id = :id`;
  }

  protected async insert(manager: EntityManager, columns: Columns<Entity>): Promise<Key> {
    const { identifiers } = await manager.insert(this.entity, columns);
    return { id: identifiers[0]?.id };
  }

  /** One record; of those that a right covers, or, what this request has just written itself, of all. */
  protected async load(manager: EntityManager, key: Key, right?: Right): Promise<Entity | null> {
    const query = right ? this.selectFor(right, manager) : this.select(manager);
    return query.andWhere(this.keyCondition(`${query.alias}.`), key).getOne();
  }

  protected async mustLoad(manager: EntityManager, key: Key, right?: Right): Promise<Entity> {
    const found = await this.load(manager, key, right);
    if (found) return found;
    throw new AppError('NOT_FOUND', {
      resource: this.resource,
      key: `with id ${Object.values(key)
        .filter((part) => part !== null)
        .join('_')}`,
    });
  }

  /** What may not be seen does not exist; what may be seen and not changed is forbidden. */
  private async mustLoadToWrite(manager: EntityManager, key: Key): Promise<Entity> {
    await this.mustLoad(manager, key, 'READ');
    const found = await this.load(manager, key, this.writing);
    if (!found) throw forbidden(this.writing);
    return found;
  }

  /**
   * No lock is taken before the write: the first lock of a writing transaction is the counter of changes (see the
   * migration), so a version that moved on in between is found by the update touching no row.
   */
  private async change(
    manager: EntityManager,
    key: Key,
    input: UpdateInput,
    version: number | null,
  ): Promise<Entity> {
    const current = await this.mustLoadToWrite(manager, key);
    await this.refuseForbidden(manager, input, current);
    if (version !== null && version !== current.version) {
      throw await this.conflict(manager, current, input, version);
    }
    const columns = await this.toColumns(manager, input, current);
    const { affected } = await manager
      .createQueryBuilder()
      .update(this.entity)
      .set({ ...columns, version: () => 'version + 1' } as Columns<Entity>)
      .where(`${this.keyCondition('')} and version = :version`, { ...key, version: current.version })
      .execute();
    if (affected !== 1) {
      throw await this.conflict(manager, await this.mustLoad(manager, key), input, current.version);
    }
    await this.afterWrite(manager, key, input, current);
    return this.mustLoad(manager, key);
  }

  private async remove(manager: EntityManager, key: Key): Promise<Entity> {
    const entity = await this.mustLoadToWrite(manager, key);
    await refuseIfInUse(manager, `${this.resource} ${this.nameOf(entity)}`, key, this.holders);
    await this.beforeDelete(manager, key);
    await manager.createQueryBuilder().delete().from(this.entity).where(this.keyCondition(''), key).execute();
    await this.afterDelete(manager, entity);
    return entity;
  }

  private async conflict(
    manager: EntityManager,
    current: Entity,
    submitted: UpdateInput,
    version: number,
  ): Promise<AppError> {
    return new AppError(
      'CONFLICT',
      { resource: this.resource, key: this.nameOf(current), version, current: current.version },
      {
        current: { ...(await this.toInput(manager, current)), version: current.version },
        submitted: { ...submitted, version },
      },
    );
  }
}
