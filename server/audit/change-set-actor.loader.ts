import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** Who made a change, by the number of its change set. */
export function createChangeSetActorLoader(dataSource: DataSource): DataLoader<string, string> {
  return new DataLoader(async (ids) => {
    const found: { id: string; actor: string }[] = await dataSource.query(
      'select id, actor_name as actor from change_set where id = any($1::bigint[])',
      [ids],
    );
    const byId = new Map(found.map(({ id, actor }) => [id, actor]));
    return ids.map((id) => byId.get(id) ?? new Error(`There is no change set ${id}.`));
  });
}
