import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ProgrammeSortField } from '../../schema/programme/programme.args';
import { Programme } from '../../schema/programme/programme.entity';
import type {
  CreateProgrammeInput,
  ProgrammeFilter,
  UpdateProgrammeInput,
} from '../../schema/programme/programme.inputs';
import { CodedService } from '../resource/coded.service';
import type { Columns } from '../resource/resource.service';
import { programmeList } from './programme.list';

export class ProgrammeService extends CodedService<
  Programme,
  CreateProgrammeInput,
  UpdateProgrammeInput,
  ProgrammeFilter,
  ProgrammeSortField
> {
  protected readonly resource = 'programme';
  protected readonly entity = Programme;
  protected readonly definition = programmeList;
  protected readonly writing = 'DEFINE';
  protected override readonly holders = [
    { table: 'objective', column: 'programme_id', one: 'objective', many: 'objectives' },
  ];

  protected select(manager: EntityManager): SelectQueryBuilder<Programme> {
    return manager.createQueryBuilder(Programme, 'programme');
  }

  protected async toColumns(
    _manager: EntityManager,
    input: CreateProgrammeInput | UpdateProgrammeInput,
  ): Promise<Columns<Programme>> {
    return { ...input };
  }

  protected async toInput(_manager: EntityManager, programme: Programme): Promise<UpdateProgrammeInput> {
    const { id: _id, code: _code, version: _version, ...input } = programme;
    return input;
  }
}
