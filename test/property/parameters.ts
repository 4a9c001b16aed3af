/**
 * `KHOI_PROPERTY_RUNS=2000 npx jest test/property` tries more worlds, from another seed each time with
 * `KHOI_PROPERTY_SEED=random`. A failure prints its seed and path, with which it is replayed:
 * `KHOI_PROPERTY_SEED=… KHOI_PROPERTY_PATH=… npx jest test/property`.
 */
export function propertyParameters(usualRuns: number): { numRuns: number; seed: number; path?: string } {
  const {
    KHOI_PROPERTY_RUNS: runs,
    KHOI_PROPERTY_SEED: seed = '2026',
    KHOI_PROPERTY_PATH: path,
  } = process.env;
  return {
    numRuns: Number(runs ?? usualRuns),
    seed: seed === 'random' ? Date.now() % 2 ** 31 : Number(seed),
    ...(path !== undefined && { path }),
  };
}
