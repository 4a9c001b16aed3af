import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { Page } from '../../schema/list/page-type';
import { AppError } from '../errors';
import { type ListArgs, type ListDefinition, listPage } from '../list/list';
import { parseId } from './ids';
import { type Holder, refuseIfInUse } from './in-use';

export interface Versioned extends ObjectLiteral {
  id: number;
  version: number;
}

/** The columns that an input sets. */
export type Columns<Entity extends ObjectLiteral> = QueryDeepPartialEntity<Entity>;

/**
 * The life of a record with a numeric id, the same for every resource: list, create, update with a version, delete.
 * A resource says what is its own: its SQL, how an input becomes columns and what holds it back from being deleted.
 */
export abstract class ResourceService<
  Entity extends Versioned,
  CreateInput extends object,
  UpdateInput extends object,
  Filter extends { ids?: string[] | null; q?: string | null },
  SortField extends string,
> {
  /** What one record is called in messages. */
  protected abstract readonly resource: string;
  protected abstract readonly entity: EntityTarget<Entity>;
  protected abstract readonly definition: ListDefinition<Filter, SortField>;
  protected abstract readonly holders: readonly Holder[];

  constructor(protected readonly dataSource: DataSource) {}

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

  list(args: ListArgs<Filter, SortField>): Promise<Page<Entity>> {
    return listPage(this.definition, this.select(this.dataSource.manager), args);
  }

  findById(id: string): Promise<Entity | null> {
    return this.load(this.dataSource.manager, parseId(id));
  }

  create(input: CreateInput): Promise<Entity> {
    return this.dataSource.transaction(async (manager) => {
      const columns = await this.toColumns(manager, input, null);
      const { identifiers } = await manager.insert(this.entity, columns);
      const id: number = identifiers[0]?.id;
      await this.afterWrite(manager, id, input);
      return this.mustLoad(manager, id);
    });
  }

  update(id: string, input: UpdateInput, version: number): Promise<Entity> {
    return this.dataSource.transaction((manager) => this.change(manager, parseId(id), input, version));
  }

  /** All or nothing; whoever changes many at once has not seen their versions. */
  updateMany(ids: string[], input: UpdateInput): Promise<Entity[]> {
    return this.dataSource.transaction(async (manager) => {
      const changed: Entity[] = [];
      for (const id of ids) changed.push(await this.change(manager, parseId(id, 'ids'), input, null));
      return changed;
    });
  }

  delete(id: string): Promise<Entity> {
    return this.dataSource.transaction((manager) => this.remove(manager, parseId(id)));
  }

  deleteMany(ids: string[]): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      for (const id of ids) await this.remove(manager, parseId(id, 'ids'));
      return ids;
    });
  }

  /** What else an input writes, in the same transaction. */
  protected async afterWrite(
    _manager: EntityManager,
    _id: number,
    _input: CreateInput | UpdateInput,
  ): Promise<void> {}

  protected load(manager: EntityManager, id: number): Promise<Entity | null> {
    const query = this.select(manager);
    return query.where(`${query.alias}.id = :id`, { id }).getOne();
  }

  protected async mustLoad(manager: EntityManager, id: number): Promise<Entity> {
    const found = await this.load(manager, id);
    if (!found) throw new AppError('NOT_FOUND', { resource: this.resource, key: `with id ${id}` });
    return found;
  }

  /**
   * No lock is taken before the write: the first lock of a writing transaction is the counter of changes (see the
   * migration), so a version that moved on in between is found by the update touching no row.
   */
  private async change(
    manager: EntityManager,
    id: number,
    input: UpdateInput,
    version: number | null,
  ): Promise<Entity> {
    const current = await this.mustLoad(manager, id);
    if (version !== null && version !== current.version)
      throw await this.conflict(manager, current, input, version);
    const columns = await this.toColumns(manager, input, current);
    const { affected } = await manager
      .createQueryBuilder()
      .update(this.entity)
      .set({ ...columns, version: () => 'version + 1' } as Columns<Entity>)
      .where('id = :id and version = :version', { id, version: current.version })
      .execute();
    if (affected !== 1) {
      throw await this.conflict(manager, await this.mustLoad(manager, id), input, current.version);
    }
    await this.afterWrite(manager, id, input);
    return this.mustLoad(manager, id);
  }

  private async remove(manager: EntityManager, id: number): Promise<Entity> {
    const entity = await this.mustLoad(manager, id);
    await refuseIfInUse(manager, `${this.resource} ${this.nameOf(entity)}`, id, this.holders);
    await manager.delete(this.entity, id);
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
