import { useAsk } from '../dataProvider/useAsk';
import { type DashboardFigures, dashboardFigures, type FigureRow } from './dashboard.queries';
import type { Question } from './questions';

export interface Figures {
  rows: FigureRow[] | undefined;
  error: Error | null;
}

/** The answer to one question of the dashboard. */
export function useFigures(question: Question): Figures {
  const { data, error } = useAsk<DashboardFigures>(dashboardFigures, { query: question });
  return { rows: data?.analytics.rows, error };
}
