/** Model 1: who a device is. */
import { table } from './table.js';

/** 1 Common */
export const COMMON = table(`
   2  Mn   string16  -  -  s
  18  Md   string16  -  -  s
  34  Opt  string8   -  -  s
  42  Vr   string8   -  -  s
  50  SN   string16  -  -  s
  66  DA   uint16    -  -  w
  67  Pad  pad       -  -  s
`);
