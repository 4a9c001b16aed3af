import { useLocation, useNavigate } from 'react-admin';
import { useAsk } from '../dataProvider/useAsk';
import {
  type DashboardPeriods,
  type DashboardStart,
  dashboardPeriods,
  type Named,
} from './dashboard.queries';
import { type Scope, yearOf } from './questions';

export interface ScopeChoice {
  /** Null until it is known which periods have figures, and when none has. */
  scope: Scope | null;
  /** What can be chosen. */
  years: string[];
  periods: string[];
  isLoading: boolean;
  isIllustrative: boolean;
  error: Error | null;
  choose: (part: Partial<Scope>) => void;
}

/**
 * Unit, first year and period: those of the address if it names them, so that a view can be sent to others; otherwise
 * the first unit on top of all that one sees, the first year of the latest programme, and the latest period with figures.
 */
export function useScope(start: DashboardStart | undefined, roots: Named[]): ScopeChoice {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const asked = new URLSearchParams(search);
  const unit = asked.get('unit') ?? roots[0]?.code ?? '';
  const hasMembers = start?.indicators.items.some(({ code }) => code === 'members');

  const { data, error, isLoading } = useAsk<DashboardPeriods>(
    dashboardPeriods,
    { unit, ...(hasMembers && { indicator: { eq: 'members' } }) },
    { enabled: Boolean(unit) },
  );
  // Members may be hidden from the person, or not be reported here: then the periods of whatever is.
  const hasNone = data?.first.items.length === 0;
  const { data: ofAny, isLoading: isLoadingAny } = useAsk<DashboardPeriods>(
    dashboardPeriods,
    { unit },
    { enabled: Boolean(unit && hasMembers && hasNone) },
  );
  const found = hasNone ? ofAny : data;
  const first = found?.first.items[0];
  const last = found?.last.items[0];
  const firstMonth = first?.period.startsOn.slice(0, 7) ?? '';
  const lastMonth = last?.period.endsOn.slice(0, 7) ?? '';
  const periods = monthsBetween(firstMonth, lastMonth);
  const years = [...new Set(periods.map(yearOf))];

  const programmeYear = start?.programmes.items[0]?.startsOn.slice(0, 4);
  const period = asked.get('period') ?? lastMonth;
  const fromYear =
    asked.get('from') ?? (programmeYear && years.includes(programmeYear) ? programmeYear : years[0]);
  return {
    scope: unit && period && fromYear ? { unit, period, fromYear } : null,
    years,
    periods: [...periods].reverse(),
    isLoading: isLoading || isLoadingAny,
    isIllustrative: [first, last].some((figure) => /minh ho[aạ]/i.test(figure?.source ?? '')),
    error,
    choose(part) {
      const chosen = new URLSearchParams(search);
      if (part.unit) chosen.set('unit', part.unit);
      if (part.period) chosen.set('period', part.period);
      if (part.fromYear) chosen.set('from', part.fromYear);
      navigate(`${pathname}?${chosen}`, { replace: true });
    },
  };
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  if (!first || !last) return months;
  const [year = 0, month = 1] = first.split('-').map(Number);
  for (let index = 0; ; index += 1) {
    const code = new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7);
    if (code > last) return months;
    months.push(code);
  }
}
