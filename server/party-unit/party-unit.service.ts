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
import { listPage } from '../list/list';
import { byIdOrCode } from '../resource/ids';
import { codeOfId } from '../resource/look-up';
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
  protected override readonly holders = unitHolders;

  async find({ id, code }: IdOrCodeArgs, asOf: string): Promise<PartyUnit | null> {
    const unit = await byIdOrCode(id, code, {
      byId: (id) => this.selectOn(asOf).where(this.keyCondition('unit.'), this.parseKey(id, 'id')).getOne(),
      byCode: (code) => this.selectOn(asOf).where('unit.code = :code', { code }).getOne(),
    });
    return seenOn(asOf, unit);
  }

  async listOn(asOf: string, args: PartyUnitListArgs): Promise<Page<PartyUnit>> {
    const query = this.selectOn(asOf);
    const wantsLevel =
      args.filter?.level || args.sort?.some(({ field }) => field === PartyUnitSortField.level);
    if (wantsLevel) {
      query.innerJoin(`(${levelsOn('cast(:asOf as date)')})`, 'tree', 'tree.unit_id = unit.id');
    }
    if (!args.includeClosed && !args.filter?.ids) query.andWhere(openOn('unit', 'cast(:asOf as date)'));
    const { items, total } = await listPage(this.definition, query, args);
    return { items: items.map((unit) => seenOn(asOf, unit)), total };
  }

  protected select(manager: EntityManager): SelectQueryBuilder<PartyUnit> {
    return selectUnits(manager, this.caller.today);
  }

  protected override async load(manager: EntityManager, key: Key): Promise<PartyUnit | null> {
    return seenOn(this.caller.today, await super.load(manager, key));
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
    if ('code' in input) await openPlacement(manager, Number(id), input);
    else await correctPlacements(manager, Number(id), input);
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

  private selectOn(asOf: string): SelectQueryBuilder<PartyUnit> {
    return selectUnits(this.dataSource.manager, asOf);
  }
}
