/** CRC-16/ARC of DSMR telegrams: reflected polynomial 0xA001, initial 0, over every byte from `/` to `!` inclusive (DSMR 5.0.2 P1, 5.2). */
export function crc16Arc(bytes: Uint8Array, from = 0, until = bytes.length): number {
  let crc = 0;
  for (let k = from; k < until; k++) {
    crc ^= bytes[k]!;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}
