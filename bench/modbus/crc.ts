/** CRC-16/MODBUS: reflected polynomial 0xA001, initial 0xFFFF, low byte first on the wire (MODBUS over serial line V1.02, 6.2.2). */
const TABLE = new Uint16Array(256);
for (let n = 0; n < 256; n++) {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  TABLE[n] = crc;
}

export function crc16(bytes: Uint8Array, from = 0, until = bytes.length): number {
  let crc = 0xffff;
  for (let k = from; k < until; k++) crc = (crc >> 8) ^ TABLE[(crc ^ bytes[k]!) & 0xff]!;
  return crc;
}

/** Whether the two bytes before `until` are the CRC of what stands before them. */
export function crcFits(bytes: Uint8Array, from: number, until: number): boolean {
  const crc = crc16(bytes, from, until - 2);
  return bytes[until - 2] === (crc & 0xff) && bytes[until - 1] === crc >> 8;
}
