/** Inverters as they are rated, set and commanded by the first generation of models: 120 to 124. */
import { table } from './table.js';

/** 120 Nameplate ratings */
export const NAMEPLATE = table(`
   2  DERTyp           enum16
   3  WRtg             uint16  WRtg_SF          W
   4  WRtg_SF          sunssf
   5  VARtg            uint16  VARtg_SF         VA
   6  VARtg_SF         sunssf
   7  VArRtgQ1         int16   VArRtg_SF        var
   8  VArRtgQ2         int16   VArRtg_SF        var
   9  VArRtgQ3         int16   VArRtg_SF        var
  10  VArRtgQ4         int16   VArRtg_SF        var
  11  VArRtg_SF        sunssf
  12  ARtg             uint16  ARtg_SF          A
  13  ARtg_SF          sunssf
  14  PFRtgQ1          int16   PFRtg_SF         cosPhi
  15  PFRtgQ2          int16   PFRtg_SF         cosPhi
  16  PFRtgQ3          int16   PFRtg_SF         cosPhi
  17  PFRtgQ4          int16   PFRtg_SF         cosPhi
  18  PFRtg_SF         sunssf
  19  WHRtg            uint16  WHRtg_SF         Wh
  20  WHRtg_SF         sunssf
  21  AhrRtg           uint16  AhrRtg_SF        Ah
  22  AhrRtg_SF        sunssf
  23  MaxChaRte        uint16  MaxChaRte_SF     W
  24  MaxChaRte_SF     sunssf
  25  MaxDisChaRte     uint16  MaxDisChaRte_SF  W
  26  MaxDisChaRte_SF  sunssf
  27  Pad              pad
`);

/** 121 Basic settings */
export const SETTINGS = table(`
   2  WMax          uint16  WMax_SF       W        w
   3  VRef          uint16  VRef_SF       V        w
   4  VRefOfs       int16   VRefOfs_SF    V        w
   5  VMax          uint16  VMinMax_SF    V        w
   6  VMin          uint16  VMinMax_SF    V        w
   7  VAMax         uint16  VAMax_SF      VA       w
   8  VArMaxQ1      int16   VArMax_SF     var      w
   9  VArMaxQ2      int16   VArMax_SF     var      w
  10  VArMaxQ3      int16   VArMax_SF     var      w
  11  VArMaxQ4      int16   VArMax_SF     var      w
  12  WGra          uint16  WGra_SF       %WMax/s  w
  13  PFMinQ1       int16   PFMin_SF      cosPhi   w
  14  PFMinQ2       int16   PFMin_SF      cosPhi   w
  15  PFMinQ3       int16   PFMin_SF      cosPhi   w
  16  PFMinQ4       int16   PFMin_SF      cosPhi   w
  17  VArAct        enum16  -             -        w
  18  ClcTotVA      enum16  -             -        w
  19  MaxRmpRte     uint16  MaxRmpRte_SF  %WGra    w
  20  ECPNomHz      uint16  ECPNomHz_SF   Hz       w
  21  ConnPh        enum16  -             -        w
  22  WMax_SF       sunssf
  23  VRef_SF       sunssf
  24  VRefOfs_SF    sunssf
  25  VMinMax_SF    sunssf
  26  VAMax_SF      sunssf
  27  VArMax_SF     sunssf
  28  WGra_SF       sunssf
  29  PFMin_SF      sunssf
  30  MaxRmpRte_SF  sunssf
  31  ECPNomHz_SF   sunssf
`);

/** 122 Measurements and status */
export const STATUS = table(`
   2  PVConn       bitfield16
   3  StorConn     bitfield16
   4  ECPConn      bitfield16
   5  ActWh        acc64       -           Wh
   9  ActVAh       acc64       -           VAh
  13  ActVArhQ1    acc64       -           varh
  17  ActVArhQ2    acc64       -           varh
  21  ActVArhQ3    acc64       -           varh
  25  ActVArhQ4    acc64       -           varh
  29  VArAval      int16       VArAval_SF  var
  30  VArAval_SF   sunssf
  31  WAval        uint16      WAval_SF    W
  32  WAval_SF     sunssf
  33  StSetLimMsk  bitfield32
  35  StActCtl     bitfield32
  37  TmSrc        string4
  41  Tms          uint32      -           s
  43  RtSt         bitfield16
  44  Ris          uint16      Ris_SF      ohm
  45  Ris_SF       sunssf
`);

/** 123 Immediate controls */
export const IMMEDIATE_CONTROLS = table(`
   2  Conn_WinTms         uint16  -              s         w
   3  Conn_RvrtTms        uint16  -              s         w
   4  Conn                enum16  -              -         w
   5  WMaxLimPct          uint16  WMaxLimPct_SF  %WMax     w
   6  WMaxLimPct_WinTms   uint16  -              s         w
   7  WMaxLimPct_RvrtTms  uint16  -              s         w
   8  WMaxLimPct_RmpTms   uint16  -              s         w
   9  WMaxLim_Ena         enum16  -              -         w
  10  OutPFSet            int16   OutPFSet_SF    cosPhi    w
  11  OutPFSet_WinTms     uint16  -              s         w
  12  OutPFSet_RvrtTms    uint16  -              s         w
  13  OutPFSet_RmpTms     uint16  -              s         w
  14  OutPFSet_Ena        enum16  -              -         w
  15  VArWMaxPct          int16   VArPct_SF      %WMax     w
  16  VArMaxPct           int16   VArPct_SF      %VArMax   w
  17  VArAvalPct          int16   VArPct_SF      %VArAval  w
  18  VArPct_WinTms       uint16  -              s         w
  19  VArPct_RvrtTms      uint16  -              s         w
  20  VArPct_RmpTms       uint16  -              s         w
  21  VArPct_Mod          enum16  -              -         w
  22  VArPct_Ena          enum16  -              -         w
  23  WMaxLimPct_SF       sunssf
  24  OutPFSet_SF         sunssf
  25  VArPct_SF           sunssf
`);

/** 124 Storage: rates in % of WChaMax */
export const STORAGE = table(`
   2  WChaMax            uint16      WChaMax_SF        W            w
   3  WChaGra            uint16      WChaDisChaGra_SF  %WChaMax/s   w
   4  WDisChaGra         uint16      WChaDisChaGra_SF  %WChaMax/s   w
   5  StorCtl_Mod        bitfield16  -                 -            w
   6  VAChaMax           uint16      VAChaMax_SF       VA           w
   7  MinRsvPct          uint16      MinRsvPct_SF      %WChaMax     w
   8  ChaState           uint16      ChaState_SF       %AhrRtg
   9  StorAval           uint16      StorAval_SF       Ah
  10  InBatV             uint16      InBatV_SF         V
  11  ChaSt              enum16
  12  OutWRte            int16       InOutWRte_SF      %WDisChaMax  w
  13  InWRte             int16       InOutWRte_SF      %WChaMax     w
  14  InOutWRte_WinTms   uint16      -                 s            w
  15  InOutWRte_RvrtTms  uint16      -                 s            w
  16  InOutWRte_RmpTms   uint16      -                 s            w
  17  ChaGriSet          enum16      -                 -            w
  18  WChaMax_SF         sunssf
  19  WChaDisChaGra_SF   sunssf
  20  VAChaMax_SF        sunssf
  21  MinRsvPct_SF       sunssf
  22  ChaState_SF        sunssf
  23  StorAval_SF        sunssf
  24  InBatV_SF          sunssf
  25  InOutWRte_SF       sunssf
`);
