import type { DataSource } from 'typeorm';

/** Commands that read or write data say what is missing, where they would fail on the first table that is not there. */
export async function refuseOldSchema(dataSource: DataSource): Promise<void> {
  if (await dataSource.showMigrations()) {
    throw new Error("The database's schema is not up to date: run `khoi migrate` first.");
  }
}
