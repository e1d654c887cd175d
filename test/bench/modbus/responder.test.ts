/** Whom a device on Modbus TCP takes to be meant. */
import { describe, expect, it } from 'vitest';
import { ByteBuffer, takeTcpFrame, tcpFrame } from '../../../bench/modbus/framing.js';
import { respond } from '../../../bench/modbus/responder.js';

/** Units of the answers to one read of a register by each of `units`. */
function answered(units: readonly number[], alone: boolean): number[] {
  let hear: (bytes: Uint8Array) => void = () => undefined;
  const buffer = new ByteBuffer();
  respond(
    {
      onData: (heard) => {
        hear = heard;
        return () => undefined;
      },
    },
    {
      ...{ framing: 'tcp' as const, unit: 7, alone },
      answer: () => ({ fc: 3, values: Uint16Array.of(42) }),
      send: (frame) => buffer.append(frame),
    },
  );
  for (const unit of units) hear(tcpFrame(unit, unit, Uint8Array.of(3, 0, 0, 0, 1)));
  const found: number[] = [];
  for (let frame = takeTcpFrame(buffer); frame !== undefined; frame = takeTcpFrame(buffer)) found.push(frame.unit);
  return found;
}

describe('a device on Modbus TCP', () => {
  it('alone at its address is meant by 0 and 255 as well, and answers with the unit that it was called by', () => {
    expect(answered([7, 0, 255, 8], true)).toEqual([7, 0, 255]);
  });

  it('beside others is meant by its own unit only', () => {
    expect(answered([7, 0, 255, 8], false)).toEqual([7]);
  });
});
