/**
 * What the SunSpec emulations share: the marker, model 1, the end of the chain, and phases in the layout of the
 * integer models. Addresses are typed in here as a firmware has them; the bench's own decoding tables stay out of it, so
 * that a wrong offset cannot be right on both sides (SunSpec model definitions 1, 103, 120-124, 203).
 */
import type { RegisterImage } from './image.js';
import type { DeviceIdentity } from './register-model.js';

export const BASE = 40_000;
/** Address of model 1, and of the model after it. */
export const COMMON = BASE + 2;
export const AFTER_COMMON = COMMON + 68;

export const MANUFACTURER = 'wijktwin';

/** The marker and model 1. */
export function writeCommon(image: RegisterImage, model: string, options: string, identity: DeviceIdentity): void {
  image.text(BASE, 2, 'SunS');
  image.words(COMMON, 1, 66);
  image.text(COMMON + 2, 16, MANUFACTURER);
  image.text(COMMON + 18, 16, model);
  image.text(COMMON + 34, 8, options);
  image.text(COMMON + 42, 8, identity.version);
  image.text(COMMON + 50, 16, identity.serialNumber);
  image.words(COMMON + 66, identity.unit, 0x8000);
}

/** The head of a model, with every register not implemented: signed ones and scale factors have a mark of their own. */
export function writeEmpty(
  image: RegisterImage,
  address: number,
  id: number,
  length: number,
  signed: readonly number[],
): void {
  image.words(address, id, length);
  image.fill(address + 2, length, 0xffff);
  for (const offset of signed) image.words(address + offset, 0x8000);
}

export function writeEnd(image: RegisterImage, address: number): void {
  image.words(address, 0xffff, 0);
}

/** Scale factors. */
export const sf = (exponent: number): number => exponent & 0xffff;
