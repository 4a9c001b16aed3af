import DataLoader from 'dataloader';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { groupBy } from '../group-by';

/** Loads the records that belong to others, in order, all that one level of a query asks for in one statement. */
export function loadMany<Entity extends ObjectLiteral>(
  dataSource: DataSource,
  entity: EntityTarget<Entity>,
  owner: keyof Entity & string,
  order: (keyof Entity & string)[],
): DataLoader<number, Entity[]> {
  return new DataLoader(async (ownerIds) => {
    const query = dataSource
      .getRepository(entity)
      .createQueryBuilder('owned')
      .where(`owned.${owner} = any(:ownerIds)`, { ownerIds });
    for (const property of order) query.addOrderBy(`owned.${property}`);
    const byOwner = groupBy<Entity, number>(await query.getMany(), (owned) => owned[owner]);
    return ownerIds.map((id) => byOwner.get(id) ?? []);
  });
}
