/** Commands to the cockpit's server. Each resolves with what to tell the operator; none rejects. */
import type { EmergencyStopAnswer, RefusalMessage } from '../server/messages.js';

export interface Outcome {
  readonly ok: boolean;
  readonly text: string;
  readonly atMs: number;
}

export type CommandName = 'start' | 'pause' | 'speed' | 'inject' | 'end' | 'emergency-stop' | 'emergency-stop/release';

const OPERATOR_KEY = 'wijktwin.operator';

/** Name that goes with every command; kept in this browser. */
export function operatorName(): string {
  return localStorage.getItem(OPERATOR_KEY) ?? '';
}

export function setOperatorName(name: string): void {
  localStorage.setItem(OPERATOR_KEY, name);
}

/** `label`: the command in the operator's words, as the outcome begins. */
export async function command(label: string, name: CommandName, body: object = {}): Promise<Outcome> {
  const operator = operatorName().trim();
  try {
    const response = await fetch(`api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(operator === '' ? body : { ...body, operator }),
    });
    const answer = (await response.json()) as Partial<EmergencyStopAnswer & RefusalMessage & { tick: number }>;
    return { ok: response.ok, text: `${label}: ${textOf(answer, response.ok)}`, atMs: Date.now() };
  } catch {
    return { ok: false, text: `${label}: the cockpit's server does not answer`, atMs: Date.now() };
  }
}

function textOf(answer: Partial<EmergencyStopAnswer & RefusalMessage & { tick: number }>, ok: boolean): string {
  if (answer.bench && answer.twin) {
    const mark = (part: { ok: boolean; text: string }): string => `${part.ok ? '' : 'FAILED: '}${part.text}`;
    return `bench ${mark(answer.bench)}; twin ${mark(answer.twin)}`;
  }
  if (!ok) return answer.message ?? 'refused without a reason';
  return answer.tick === undefined ? 'done' : `applied at tick ${answer.tick}`;
}
