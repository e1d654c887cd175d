/** Processor time of other processes, as the kernel counts it (Linux: /proc). */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second of /proc/PID/stat: fixed by the kernel's interface. */
const TICKS_PER_S = 100;

/** Seconds of processor time of a process and all its threads; undefined once it is gone. */
export function cpuSeconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold anything: fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
  } catch {
    return undefined;
  }
}

/** Pids of a process and of all that descend from it. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended between the listing and the look.
    }
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** Sums the processor time of a family while it lives: members that end keep what was seen last. */
export class FamilyTime {
  private readonly seen = new Map<number, number>();

  constructor(private readonly pid: number) {}

  look(): void {
    for (const member of familyOf(this.pid)) {
      const seconds = cpuSeconds(member);
      if (seconds !== undefined) this.seen.set(member, seconds);
    }
  }

  get seconds(): number {
    return [...this.seen.values()].reduce((sum, seconds) => sum + seconds, 0);
  }
}
