import type { CodedEntity } from '../../schema/coded.entity';
import type { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../../schema/coded.inputs';
import type { IdOrCodeArgs } from '../../schema/list/key.args';
import { byIdOrCode } from './ids';
import { ResourceService } from './resource.service';

/** A resource whose records are named by a code that is unique among all of them and never changes. */
export abstract class CodedService<
  Entity extends CodedEntity,
  CreateInput extends CreateCodedInput,
  UpdateInput extends UpdateCodedInput,
  Filter extends CodedFilter,
  SortField extends string,
> extends ResourceService<Entity, CreateInput, UpdateInput, Filter, SortField> {
  async find({ id, code }: IdOrCodeArgs): Promise<Entity | null> {
    return byIdOrCode(id, code, {
      byId: (id) => this.findById(id),
      byCode: (code) => this.findByCode(code),
    });
  }

  protected nameOf(entity: Entity): string {
    return entity.code;
  }

  private findByCode(code: string): Promise<Entity | null> {
    const query = this.select(this.dataSource.manager);
    return query.where(`${query.alias}.code = :code`, { code }).getOne();
  }
}
