import { useTheme } from '@mui/material';
import {
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { showNumber, showPeriod } from '../i18n/format';
import type { SeriesChartProps } from './SeriesChart';
import type { SeriesPoint } from './SeriesPoint';

/** Loaded when needed: see SeriesChart. Values stand at their points, so that nobody has to hover. */
export default function SeriesPlot({ points, decimals, suffix = '', fromZero = true }: SeriesChartProps) {
  const { palette, typography } = useTheme();
  const show = (value: unknown) =>
    value === null || value === undefined ? '' : showNumber(String(value), decimals) + suffix;
  const text = { fill: palette.text.secondary, fontSize: 12, fontFamily: typography.fontFamily };
  const label = {
    ...text,
    fill: palette.text.primary,
    stroke: palette.background.paper,
    strokeWidth: 4,
    paintOrder: 'stroke',
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={points.map(labelled)} margin={{ top: 24, right: 8, bottom: 0, left: 4 }}>
        <CartesianGrid stroke={palette.divider} vertical={false} />
        <XAxis
          dataKey="period"
          tick={text}
          tickLine={false}
          axisLine={{ stroke: palette.divider }}
          padding={{ left: 24, right: 24 }}
        />
        <YAxis
          tick={text}
          tickLine={false}
          axisLine={false}
          width={56}
          domain={
            fromZero
              ? [0, 'auto']
              : [(min: number) => Math.floor(min - 1), (max: number) => Math.ceil(max + 1)]
          }
          tickFormatter={(value: number) => showNumber(value)}
        />
        <Tooltip
          labelFormatter={(period) => showPeriod(String(period))}
          formatter={(value) => [show(value), '']}
          separator=""
          contentStyle={{
            background: palette.background.paper,
            borderColor: palette.divider,
            borderRadius: 8,
          }}
        />
        <Line
          dataKey="value"
          stroke={palette.primary.main}
          strokeWidth={2.5}
          dot={{ r: 4, fill: palette.primary.main }}
          isAnimationActive={false}
          connectNulls={false}
        >
          <LabelList dataKey="above" position="top" offset={10} formatter={show} style={label} />
          <LabelList dataKey="below" position="bottom" offset={10} formatter={show} style={label} />
        </Line>
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Where the line comes down to a point and goes up again, its label stands below: above it would lie on the line. */
function labelled(point: SeriesPoint, index: number, points: SeriesPoint[]) {
  const rises = (neighbour?: SeriesPoint) =>
    point.value !== null && typeof neighbour?.value === 'number' && neighbour.value > point.value;
  const isValley = rises(points[index - 1]) && rises(points[index + 1]);
  return { ...point, [isValley ? 'below' : 'above']: point.value };
}
