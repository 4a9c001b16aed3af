import { useTranslate } from 'react-admin';
import { SeriesChart } from '../charts/SeriesChart';
import { percentSign, showNumber, showPeriod } from '../i18n/format';
import { DashboardCard } from './DashboardCard';
import { dashboardFigures } from './dashboard.queries';
import { figuresLink, playgroundLink } from './playgroundLink';
import { classificationQuestion, membersByYearQuestion, type Question, type Scope } from './questions';
import { useFigures } from './useFigures';

interface YearsCardProps {
  title: string;
  subtitle?: string;
  question: Question;
  decimals: number;
  suffix?: string;
  fromZero: boolean;
  list: string;
}

/** One value a year, as a chart with a table behind it. */
function YearsCard({ title, subtitle, question, list, ...chart }: YearsCardProps) {
  const { rows, error } = useFigures(question);
  const points = (rows ?? []).map(({ period, value, exactValue }) => ({
    period: period?.code ?? '',
    value,
    exactValue,
  }));
  return (
    <DashboardCard
      columns={6}
      title={title}
      subtitle={subtitle}
      list={list}
      playground={playgroundLink(dashboardFigures, { query: question })}
      error={error}
      isLoading={!rows}
    >
      <SeriesChart points={points} title={title} {...chart} />
    </DashboardCard>
  );
}

/** The share of members classified good or better; its years lie close together, so the axis does not begin at 0. */
export function ClassificationCard({ scope }: { scope: Scope }) {
  const translate = useTranslate();
  const question = classificationQuestion(scope);
  const last = useFigures(question).rows?.at(-1);
  const parts = last && {
    good: showNumber(last.numerator),
    classified: showNumber(last.denominator),
    period: showPeriod(last.period?.code),
  };
  return (
    <YearsCard
      title={translate('khoi.dashboard.rate')}
      subtitle={parts && translate('khoi.dashboard.rateOf', parts)}
      question={question}
      decimals={2}
      suffix={percentSign()}
      fromZero={false}
      list={figuresLink({ under: scope.unit, indicator: 'classified' })}
    />
  );
}

export function MembersByYearCard({ scope }: { scope: Scope }) {
  const translate = useTranslate();
  return (
    <YearsCard
      title={translate('khoi.dashboard.membersByYear')}
      subtitle={translate('khoi.dashboard.endOfYear')}
      question={membersByYearQuestion(scope)}
      decimals={0}
      fromZero
      list={figuresLink({ under: scope.unit, indicator: 'members' })}
    />
  );
}
