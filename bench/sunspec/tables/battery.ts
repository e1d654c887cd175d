/** Model 802: a battery as its management system sees it. The sign of A and W is not stated there: a profile must say it. */
import { table } from './table.js';

/** 802 Battery base */
export const BATTERY = table(`
   2  AHRtg             uint16      AHRtg_SF          Ah
   3  WHRtg             uint16      WHRtg_SF          Wh
   4  WChaRteMax        uint16      WChaDisChaMax_SF  W
   5  WDisChaRteMax     uint16      WChaDisChaMax_SF  W
   6  DisChaRte         uint16      DisChaRte_SF      %WHRtg
   7  SoCMax            uint16      SoC_SF            %WHRtg
   8  SoCMin            uint16      SoC_SF            %WHRtg
   9  SocRsvMax         uint16      SoC_SF            %WHRtg  w
  10  SoCRsvMin         uint16      SoC_SF            %WHRtg  w
  11  SoC               uint16      SoC_SF            %WHRtg
  12  DoD               uint16      DoD_SF            %
  13  SoH               uint16      SoH_SF            %
  14  NCyc              uint32
  16  ChaSt             enum16
  17  LocRemCtl         enum16
  18  Hb                uint16
  19  CtrlHb            uint16      -                 -       w
  20  AlmRst            uint16      -                 -       w
  21  Typ               enum16
  22  State             enum16
  23  StateVnd          enum16
  24  WarrDt            uint32
  26  Evt1              bitfield32
  28  Evt2              bitfield32
  30  EvtVnd1           bitfield32
  32  EvtVnd2           bitfield32
  34  V                 uint16      V_SF              V
  35  VMax              uint16      V_SF              V
  36  VMin              uint16      V_SF              V
  37  CellVMax          uint16      CellV_SF          V
  38  CellVMaxStr       uint16
  39  CellVMaxMod       uint16
  40  CellVMin          uint16      CellV_SF          V
  41  CellVMinStr       uint16
  42  CellVMinMod       uint16
  43  CellVAvg          uint16      CellV_SF          V
  44  A                 int16       A_SF              A
  45  AChaMax           uint16      AMax_SF           A
  46  ADisChaMax        uint16      AMax_SF           A
  47  W                 int16       W_SF              W
  48  ReqInvState       enum16
  49  ReqW              int16       W_SF              W
  50  SetOp             enum16      -                 -       w
  51  SetInvState       enum16      -                 -       w
  52  AHRtg_SF          sunssf
  53  WHRtg_SF          sunssf
  54  WChaDisChaMax_SF  sunssf
  55  DisChaRte_SF      sunssf
  56  SoC_SF            sunssf
  57  DoD_SF            sunssf
  58  SoH_SF            sunssf
  59  V_SF              sunssf
  60  CellV_SF          sunssf
  61  A_SF              sunssf
  62  AMax_SF           sunssf
  63  W_SF              sunssf
`);
