import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { SectorSortField } from '../../schema/sector/sector.args';
import { Sector } from '../../schema/sector/sector.entity';
import type { CreateSectorInput, SectorFilter, UpdateSectorInput } from '../../schema/sector/sector.inputs';
import { CodedService } from '../resource/coded.service';
import type { Columns } from '../resource/resource.service';
import { sectorList } from './sector.list';

export class SectorService extends CodedService<
  Sector,
  CreateSectorInput,
  UpdateSectorInput,
  SectorFilter,
  SectorSortField
> {
  protected readonly resource = 'sector';
  protected readonly entity = Sector;
  protected readonly definition = sectorList;
  protected readonly writing = 'DEFINE';
  protected override readonly holders = [
    { table: 'unit_placement', column: 'sector_id', distinct: 'unit_id', one: 'unit', many: 'units' },
  ];

  protected select(manager: EntityManager): SelectQueryBuilder<Sector> {
    return manager.createQueryBuilder(Sector, 'sector');
  }

  protected async toColumns(
    _manager: EntityManager,
    input: CreateSectorInput | UpdateSectorInput,
  ): Promise<Columns<Sector>> {
    return { ...input };
  }

  protected async toInput(
    _manager: EntityManager,
    { name, nameEn, sortOrder }: Sector,
  ): Promise<UpdateSectorInput> {
    return { name, nameEn, sortOrder };
  }
}
