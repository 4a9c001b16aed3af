import DataLoader from 'dataloader';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

/** Loads records by their numeric id, all that one level of a query asks for in one statement. */
export function loadById<Entity extends ObjectLiteral & { id: number }>(
  dataSource: DataSource,
  entity: EntityTarget<Entity>,
): DataLoader<number, Entity> {
  return new DataLoader(async (ids) => {
    const found = await dataSource
      .getRepository(entity)
      .createQueryBuilder('found')
      .where('found.id = any(:ids)', { ids })
      .getMany();
    const byId = new Map(found.map((one) => [one.id, one]));
    return ids.map((id) => byId.get(id) ?? new Error(`There is no ${String(entity)} with id ${id}.`));
  });
}
