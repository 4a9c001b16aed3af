import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether that process runs. A zombie does not: nothing reaps an orphan in a container without an init process. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return readLinuxStat(pid)?.[0] !== 'Z';
}

/**
 * When that process started, in whatever notation the system uses: together with the process number it names one
 * process, where the number alone may have been given to another since. Undefined where the system does not tell.
 */
export function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'linux') return readLinuxStat(pid)?.[19];
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The command line of that process, empty if it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** The fields of /proc/PID/stat from the state on; what stands before may itself hold spaces and brackets. */
function readLinuxStat(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
