/** One value of a series; null where nothing was reported, which leaves a gap and is never drawn as 0. */
export interface SeriesPoint {
  period: string;
  value: number | null;
  exactValue: string | null;
}
