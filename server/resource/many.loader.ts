import DataLoader from 'dataloader';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { groupBy } from '../group-by';

/** Loads the records, selected as `owned`, that belong to others, in order, all that one level of a query asks for in one statement. */
export function loadMany<Entity extends ObjectLiteral>(
  select: () => SelectQueryBuilder<Entity>,
  owner: keyof Entity & string,
  order: (keyof Entity & string)[],
): DataLoader<number, Entity[]> {
  return new DataLoader(async (ownerIds) => {
    const query = select().andWhere(`owned.${owner} = any(:ownerIds)`, { ownerIds });
    for (const property of order) query.addOrderBy(`owned.${property}`);
    const byOwner = groupBy<Entity, number>(await query.getMany(), (owned) => owned[owner]);
    return ownerIds.map((id) => byOwner.get(id) ?? []);
  });
}
