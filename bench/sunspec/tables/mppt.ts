/**
 * Model 160: the inputs of an inverter, one block per module. Some hybrid inverters show their battery here, charging and
 * discharging as two modules.
 */
import { table } from './table.js';

/** 160, the fixed part */
export const MPPT = table(`
  2  DCA_SF   sunssf
  3  DCV_SF   sunssf
  4  DCW_SF   sunssf
  5  DCWH_SF  sunssf
  6  Evt      bitfield32
  8  N        count
  9  TmsPer   uint16
`);

/** One module, offsets from its first register */
export const MPPT_MODULE = table(`
   0  ID     uint16
   1  IDStr  string8
   9  DCA    uint16      DCA_SF   A
  10  DCV    uint16      DCV_SF   V
  11  DCW    uint16      DCW_SF   W
  12  DCWH   acc32       DCWH_SF  Wh
  14  Tms    uint32      -        s
  16  Tmp    int16       -        °C
  17  DCSt   enum16
  18  DCEvt  bitfield32
`);
