/**
 * What of a value can be used although other parts of it break its schema, so that references and duplicates are judged in the
 * same go: every part that is right by itself, at its place. Rows of a table keep their names, also with nothing in them.
 */
import type { z } from 'zod';
import { judgeRulesBesideFaults, optionFor, schemaParts } from './schema-problems.js';

/** A value of which any part may be missing. */
export type Salvaged<T> = T extends readonly (infer E)[]
  ? readonly (Salvaged<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Salvaged<T[K]> }
    : T;

/** Undefined if nothing of it can be used. */
export function salvage<T>(schema: z.ZodType<T>, value: unknown): Salvaged<T> | undefined {
  judgeRulesBesideFaults(schema);
  return parts(schema, value) as Salvaged<T> | undefined;
}

function parts(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { inner, shape, element, row, options } = schemaParts(schema);
  if (inner !== undefined) return value === undefined ? undefined : parts(inner, value);
  if (options !== undefined) {
    const option = optionFor(schema, value);
    return option === undefined ? undefined : parts(option, value);
  }
  if (value === null || typeof value !== 'object') return undefined;
  if (element !== undefined) return Array.isArray(value) ? value.map((item) => parts(element, item)) : undefined;
  if (Array.isArray(value) || (shape === undefined && row === undefined)) return undefined;
  const found: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(row === undefined ? (shape ?? {}) : value)) {
    if (!Object.hasOwn(value, key)) continue;
    const child = row ?? shape![key]!;
    const part = parts(child, (value as Record<string, unknown>)[key]);
    if (part !== undefined || row !== undefined) found[key] = part ?? {};
  }
  return found;
}
