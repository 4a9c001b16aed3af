import { type RaRecord, required, SelectInput, useGetList, useGetOne } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { localName } from '../i18n/format';

const choiceOf = (member: RaRecord) => ({ id: member.code, name: localName(member) });

/** The indicator that the form names at the moment. */
export function useChosenIndicator(): RaRecord | undefined {
  const indicator = useWatch({ name: 'indicator' });
  const { data } = useGetOne('indicators', { id: indicator }, { enabled: Boolean(indicator) });
  return indicator ? data : undefined;
}

/** Shown only when the indicator is broken down: then every figure names a member. */
export function MemberInput({ source }: { source: string }) {
  const dimension = useChosenIndicator()?.dimension as string | null | undefined;
  const { data } = useGetOne('dimensions', { id: dimension ?? '' }, { enabled: Boolean(dimension) });
  if (!dimension || !data) return null;
  return <SelectInput source={source} choices={data.members.map(choiceOf)} validate={required()} />;
}

/** In a filter no indicator may be chosen: then the members of all breakdowns, each code once. */
export function MemberFilterInput({ source, label }: { source: string; label: string; alwaysOn?: boolean }) {
  const { data = [] } = useGetList('dimensions', { pagination: { page: 1, perPage: 200 } });
  const members = data.flatMap((dimension) => dimension.members as RaRecord[]);
  const choices = new Map(members.map((member) => [member.code, choiceOf(member)]));
  return <SelectInput source={source} label={label} choices={[...choices.values()]} />;
}
