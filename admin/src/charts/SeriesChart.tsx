import { Skeleton } from '@mui/material';
import { lazy, Suspense } from 'react';
import type { SeriesPoint } from './SeriesPoint';
import { SeriesTable } from './SeriesTable';

// The charting library is as big as the rest of a page: it comes when a chart is shown.
const SeriesPlot = lazy(() => import('./SeriesPlot'));

export interface SeriesChartProps {
  points: SeriesPoint[];
  /** What the values are, for people who hear the chart rather than see it. */
  title: string;
  decimals: number;
  suffix?: string;
  height?: number;
  /** Rates that lie close together need an axis that does not begin at 0. */
  fromZero?: boolean;
}

/** Values over time as a plot, with the same values as a table behind it. */
export const SeriesChart = ({ height = 240, ...props }: SeriesChartProps) => (
  <figure style={{ margin: 0 }} aria-label={props.title}>
    <div aria-hidden style={{ height }}>
      <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
        <SeriesPlot {...props} />
      </Suspense>
    </div>
    <SeriesTable {...props} />
  </figure>
);
