import { useSession } from './useSession';

/** Whether all units are seen; whoever sees some cannot be told what holds of all together. */
export const useSeesAllUnits = () => useSession()?.rightsEverywhere.includes('READ') ?? false;
