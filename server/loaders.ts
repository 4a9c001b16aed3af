import type { DataSource } from 'typeorm';
import { Sector } from '../schema/sector/sector.entity';
import { UnitKind } from '../schema/unit-kind/unit-kind.entity';
import { loadById } from './resource/by-id.loader';

export type Loaders = ReturnType<typeof createLoaders>;

/** One loader for each relation: it collects the keys that the rows of an answer ask for into one statement. */
export function createLoaders(dataSource: DataSource, _today: string) {
  return {
    sector: loadById(dataSource, Sector),
    unitKind: loadById(dataSource, UnitKind),
  };
}
