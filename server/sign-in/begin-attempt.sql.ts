import { SqlParameters, type SqlStatement } from '../sql-statement';

/**
 * Counts an attempt and says whether it may be made, in one statement, so that of many at once each is counted. The delay
 * doubles with each failure from the last free one on, and is forgotten after a day without any.
 */
export function beginAttemptSql(
  usernameHash: Buffer,
  now: Date,
  freeFailures: number,
  longestSeconds: number,
): SqlStatement {
  const parameters = new SqlParameters();
  const hash = parameters.add(usernameHash, 'bytea');
  const at = parameters.add(now, 'timestamptz');
  const free = parameters.add(freeFailures, 'integer');
  const longest = parameters.add(longestSeconds, 'integer');
  const failures = `(case when failure.last_at < ${at} - interval '1 day' then 1 else failure.failures + 1 end)`;
  const text = `
    with counted as (
      insert into sign_in_failure as failure (username_hash, failures, last_at)
      values (${hash}, 1, ${at})
      on conflict (username_hash) do update
      set failures = ${failures},
        locked_until = case when ${failures} >= ${free} then
          ${at} + interval '1 second' * least(${longest}, power(2, least(${failures}, 60) - ${free}))
        end,
        last_at = ${at}
      where failure.locked_until is null or failure.locked_until <= ${at}
      returning locked_until
    )
    select true as "isAllowed", locked_until as "lockedUntil" from counted
    union all
    select false, locked_until
    from sign_in_failure
    where username_hash = ${hash} and not exists (select from counted)`;
  return { text, values: parameters.values };
}
