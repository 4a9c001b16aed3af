import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { IdOrCodeArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { type PartyUnitListArgs, PartyUnitSortField } from '../../schema/party-unit/party-unit.args';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import type {
  CreatePartyUnitInput,
  PartyUnitFilter,
  UpdatePartyUnitInput,
} from '../../schema/party-unit/party-unit.inputs';
import { requireUnits } from '../access/coverage';
import { onlyUnits } from '../access/only-covered';
import type { Right } from '../access/rights';
import { binderOf, listPage } from '../list/list';
import { byIdOrCode } from '../resource/ids';
import { codeOfId, lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import { type Columns, type Key, ResourceService } from '../resource/resource.service';
import { levelsOn } from './levels.sql';
import { partyUnitList } from './party-unit.list';
import { openOn } from './placement-on';
import { correctPlacements, openPlacement } from './placements';
import { seenOn, selectUnits } from './select-units';
import { unitHolders } from './unit-holders';

/** Units with what is dated about them: a unit is always seen on a day. */
export class PartyUnitService extends ResourceService<
  PartyUnit,
  CreatePartyUnitInput,
  UpdatePartyUnitInput,
  PartyUnitFilter,
  PartyUnitSortField
> {
  protected readonly resource = 'unit';
  protected readonly entity = PartyUnit;
  protected readonly definition = partyUnitList;
  protected readonly writing = 'CHANGE_STRUCTURE';
  protected override readonly holders = unitHolders;

  async find({ id, code }: IdOrCodeArgs, asOf: string): Promise<PartyUnit | null> {
    const unit = await byIdOrCode(id, code, {
      byId: (id) => this.named(asOf).andWhere(this.keyCondition('unit.'), this.parseKey(id, 'id')).getOne(),
      byCode: (code) => this.named(asOf).andWhere('unit.code = :code', { code }).getOne(),
    });
    return seenOn(asOf, unit);
  }

  async listOn(asOf: string, args: PartyUnitListArgs): Promise<Page<PartyUnit>> {
    const query = this.selectOn(asOf);
    onlyUnits(query, this.caller, 'READ', 'unit.id');
    const wantsLevel =
      args.filter?.level || args.sort?.some(({ field }) => field === PartyUnitSortField.level);
    if (wantsLevel) {
      query.innerJoin(`(${levelsOn('cast(:asOf as date)')})`, 'tree', 'tree.unit_id = unit.id');
    }
    if (!args.includeClosed && !args.filter?.ids) query.andWhere(openOn('unit', 'cast(:asOf as date)'));
    const { items, total } = await listPage(this.definition, query, args, this.caller);
    return { items: items.map((unit) => seenOn(asOf, unit)), total };
  }

  protected select(manager: EntityManager): SelectQueryBuilder<PartyUnit> {
    return selectUnits(manager, this.caller.today);
  }

  protected override selectFor(right: Right, manager: EntityManager): SelectQueryBuilder<PartyUnit> {
    return onlyUnits(this.select(manager), this.caller, right, 'unit.id');
  }

  /** A unit stands where the right covers what is above it; a root only where it covers everything. */
  protected override async refuseForbidden(
    manager: EntityManager,
    input: CreatePartyUnitInput | UpdatePartyUnitInput,
    current: PartyUnit | null,
  ): Promise<void> {
    if (this.caller.access.mayEverywhere(this.writing)) return;
    const code = current ? input.parent : (input.parent ?? null);
    const { parent } = await lookUpIds(manager, { parent: { names: named.unit, code } }, this.caller);
    if (parent === undefined || parent === current?.placement.parentId) return;
    await requireUnits(manager, this.caller, this.writing, [parent]);
  }

  protected override async load(manager: EntityManager, key: Key, right?: Right): Promise<PartyUnit | null> {
    return seenOn(this.caller.today, await super.load(manager, key, right));
  }

  protected async toColumns(
    _manager: EntityManager,
    input: CreatePartyUnitInput | UpdatePartyUnitInput,
  ): Promise<Columns<PartyUnit>> {
    const { openedOn, closedOn } = input;
    return {
      ...('code' in input && { code: input.code }),
      ...(openedOn !== undefined && { openedOn }),
      ...(closedOn !== undefined && { closedOn }),
    };
  }

  protected override async afterWrite(
    manager: EntityManager,
    { id }: Key,
    input: CreatePartyUnitInput | UpdatePartyUnitInput,
  ): Promise<void> {
    if ('code' in input) await openPlacement(manager, Number(id), input, this.caller);
    else await correctPlacements(manager, Number(id), input, this.caller);
  }

  /** The acts that were about this unit alone go with it. */
  protected override async beforeDelete(manager: EntityManager, { id }: Key): Promise<void> {
    await manager.query(
      `delete from unit_change
       where id in (select change_id from unit_change_unit where unit_id = $1)
         and id not in (select change_id from unit_change_unit where unit_id <> $1)`,
      [id],
    );
  }

  protected async toInput(
    manager: EntityManager,
    { placement, openedOn, closedOn }: PartyUnit,
  ): Promise<UpdatePartyUnitInput> {
    const { name, nameEn, kindId, sectorId, parentId } = placement;
    return {
      name,
      nameEn,
      kind: await codeOfId(manager, named.kind, kindId),
      sector: await codeOfId(manager, named.sector, sectorId),
      parent: await codeOfId(manager, named.unit, parentId),
      openedOn,
      closedOn,
    };
  }

  protected nameOf(unit: PartyUnit): string {
    return unit.code;
  }

  /** The units that may be named; of those that only stand above what is covered, nothing else is told (see graphql.ts). */
  private named(asOf: string): SelectQueryBuilder<PartyUnit> {
    const { access, today } = this.caller;
    access.require('READ');
    const query = this.selectOn(asOf);
    return query.where(access.scopeOf('READ').namesUnit('unit.id', today, binderOf(query)));
  }

  private selectOn(asOf: string): SelectQueryBuilder<PartyUnit> {
    return selectUnits(this.dataSource.manager, asOf);
  }
}
