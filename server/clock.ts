/** Where the present comes from: passed in, so that no test depends on the day it runs. */
export type Clock = () => Date;

/** The calendar day it is now in that time zone, as YYYY-MM-DD. */
export function todayIn(timeZone: string, clock: Clock): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(clock());
}
