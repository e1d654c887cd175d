/**
 * Reading models: requests begin and end on point boundaries (devices may refuse anything else) and hold at most 125
 * registers. A scale factor belongs to the read of its points, because it may change while the device runs: where the two do
 * not fit into one request, the scale factors are read again afterwards, and what was read under another one is read again.
 */
import { WijkError } from '../../errors.js';
import { LIMITS } from '../modbus/pdu.js';
import { layoutOf, MODELS, type Model, REPEATS } from './models.js';
import { decodeModel, decodeRegisters, registersOf, type Values } from './points.js';

export type ReadRegisters = (address: number, count: number) => Promise<Uint16Array>;

export interface FoundModel {
  readonly id: number;
  /** Address of the model's ID register. */
  readonly address: number;
  /** Registers after ID and length, as the device says. */
  readonly length: number;
}

/** Registers from `from` up to but not `until`, counted from the model's ID register. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Requests that cover a whole model of this length (after ID and length), each cut on a point boundary. */
export function planModel(id: number, length: number): Span[] {
  const total = length + 2;
  const layout = Object.values(layoutOf(id, total));
  const starts = new Set(layout.map((point) => point.offset));
  // Without a definition, and behind its end, nothing is known of boundaries.
  const defined = Math.max(2, ...layout.map((point) => point.offset + registersOf(point)));
  // A shorter model than defined may end inside a point, which then cannot be read.
  const cut = layout.find((point) => point.offset < total && point.offset + registersOf(point) > total);
  const end = cut?.offset ?? total;
  const spans: Span[] = [];
  for (let from = 0; from < end; ) {
    let until = Math.min(end, from + LIMITS.readRegisters);
    while (until < end && until > from + 1 && until < defined && !starts.has(until)) until--;
    spans.push({ from, until });
    from = until;
  }
  return spans;
}

/** Whether a point lies in another request than its scale factor. */
function isSplit(layout: Model, spans: readonly Span[]): boolean {
  if (spans.length < 2) return false;
  const spanOf = (offset: number): number => spans.findIndex(({ from, until }) => offset >= from && offset < until);
  return Object.values(layout).some(
    ({ offset, sf }) => sf !== undefined && spanOf(offset) !== spanOf(layout[sf]?.offset ?? offset),
  );
}

const ATTEMPTS = 3;

/** How a read is carried out: nothing in it depends on what the device answers, so it is laid out once. */
interface SpanPlan {
  readonly found: FoundModel;
  readonly spans: readonly Span[];
  /** Where the scale factors of the points are. */
  readonly factors: readonly number[];
  /** Scale factors are read again: some point lies in another request than its own. */
  readonly again: Span | undefined;
}

function planSpans(found: FoundModel, layout: Model, spans: readonly Span[]): SpanPlan {
  const factors = Object.values(layout)
    .filter(({ type }) => type === 'sunssf')
    .map(({ offset }) => offset);
  const from = Math.min(...factors);
  const until = Math.max(...factors) + 1;
  const split = isSplit(layout, spans) && until - from <= LIMITS.readRegisters;
  return { found, spans, factors, again: split ? { from, until } : undefined };
}

async function readSpans(read: ReadRegisters, { found, spans, factors, again }: SpanPlan): Promise<Uint16Array> {
  const { id, address, length } = found;
  const registers = new Uint16Array(length + 2);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    for (const { from, until } of spans) registers.set(await read(address + from, until - from), from);
    if (again === undefined) return registers;
    const { from, until } = again;
    const second = await read(address + from, until - from);
    if (factors.every((offset) => second[offset - from] === registers[offset])) return registers;
  }
  throw new WijkError(
    'DEVICE_PROTOCOL',
    `the scale factors of model ${id} at ${address} changed during each of ${ATTEMPTS} reads; its values cannot be trusted`,
  );
}

/** Reads and decodes one model, in as many requests as it needs, repeated blocks included. */
export async function readModel(read: ReadRegisters, found: FoundModel): Promise<Values> {
  const spans = planModel(found.id, found.length);
  const layout = layoutOf(found.id, found.length + 2);
  const registers = await readSpans(read, planSpans(found, layout, spans));
  const end = spans.at(-1)?.until ?? 0;
  return decodeRegisters(found.id, registers.subarray(0, end));
}

/** A read of single points of a model, laid out for what is asked every second. */
export interface PointPlan extends SpanPlan {
  /** The points that are asked for and within the device's model, and their scale factors. */
  readonly points: Model;
}

/**
 * Only the named points (of repeated blocks as `module.3.DCW`) with their scale factors, in as few requests as they fit into.
 * A name that the model has not is left out.
 */
export function planNamed(found: FoundModel, names: readonly string[]): PointPlan {
  const total = found.length + 2;
  const layout = layoutOf(found.id, total);
  const wanted: Record<string, Model[string]> = {};
  for (const name of names) {
    const point = layout[name];
    if (point === undefined) continue;
    wanted[name] = point;
    if (point.sf !== undefined && layout[point.sf] !== undefined) wanted[point.sf] = layout[point.sf]!;
  }
  const points = Object.fromEntries(
    Object.entries(wanted).filter(([, point]) => point.offset + registersOf(point) <= total),
  );
  return { ...planSpans(found, points, planPoints(layout, points)), points };
}

/** Reads what a plan asks for; a name that the model has not is left out of the answer. */
export async function readPlanned(read: ReadRegisters, plan: PointPlan): Promise<Values> {
  return decodeModel(plan.points, await readSpans(read, plan));
}

/** Reads the named points once: what is read again and again has a plan. */
export function readPoints(read: ReadRegisters, found: FoundModel, names: readonly string[]): Promise<Values> {
  return readPlanned(read, planNamed(found, names));
}

/** Reading a gap of this many registers costs less than another request: 8 + 5 bytes, two silences and the device's time. */
const GAP_REGISTERS = 24;

/** Spans that cover the wanted points; small gaps between them are read along. */
export function planPoints(layout: Model, wanted: Model): Span[] {
  const defined = new Set(Object.values(layout).flatMap((point) => [point.offset, point.offset + registersOf(point)]));
  const parts = Object.values(wanted)
    .map((point) => ({ from: point.offset, until: point.offset + registersOf(point) }))
    .sort((a, b) => a.from - b.from);
  const spans: { from: number; until: number }[] = [];
  for (const part of parts) {
    const last = spans.at(-1);
    const fits = last !== undefined && part.until - last.from <= LIMITS.readRegisters;
    // A gap is only read if the table knows every register in it: it may lie between two blocks that do not touch.
    if (fits && part.from - last.until <= GAP_REGISTERS && defined.has(last.until))
      last.until = Math.max(last.until, part.until);
    else spans.push({ ...part });
  }
  return spans;
}

/** How many registers a model has by its definition, with so many repeated blocks; 0 if it is not known. */
export function definedLength(id: number, blocks = 0): number {
  const points = Object.values(MODELS[id] ?? {});
  if (points.length === 0) return 0;
  const repeat = REPEATS[id];
  return Math.max(...points.map((p) => p.offset + registersOf(p))) - 2 + blocks * (repeat?.length ?? 0);
}
