/**
 * The second generation (IEEE 1547-2018): 701 measurements, 702 capacity, 703 enter service, 704 controls, 713 storage, 714 DC
 * ports, 715 control. In 701 W is positive for generation and negative for absorption. 704 has a value to revert to and the
 * time that remains; 715 has a heartbeat of the device and one of its controller.
 */
import { table } from './table.js';

/** 701 */
export const DER_MEASURE_AC = table(`
    2  ACType        enum16
    3  St            enum16
    4  InvSt         enum16
    5  ConnSt        enum16
    6  Alrm          bitfield32
    8  DERMode       bitfield32
   10  W             int16       W_SF        W
   11  VA            int16       VA_SF       VA
   12  Var           int16       Var_SF      var
   13  PF            int16       PF_SF
   14  A             int16       A_SF        A
   15  LLV           uint16      V_SF        V
   16  LNV           uint16      V_SF        V
   17  Hz            uint32      Hz_SF       Hz
   19  TotWhInj      uint64      TotWh_SF    Wh
   23  TotWhAbs      uint64      TotWh_SF    Wh
   27  TotVarhInj    uint64      TotVarh_SF  varh
   31  TotVarhAbs    uint64      TotVarh_SF  varh
   35  TmpAmb        int16       Tmp_SF      °C
   36  TmpCab        int16       Tmp_SF      °C
   37  TmpSnk        int16       Tmp_SF      °C
   38  TmpTrns       int16       Tmp_SF      °C
   39  TmpSw         int16       Tmp_SF      °C
   40  TmpOt         int16       Tmp_SF      °C
   41  WL1           int16       W_SF        W
   42  VAL1          int16       VA_SF       VA
   43  VarL1         int16       Var_SF      var
   44  PFL1          int16       PF_SF
   45  AL1           int16       A_SF        A
   46  VL1L2         uint16      V_SF        V
   47  VL1           uint16      V_SF        V
   48  TotWhInjL1    uint64      TotWh_SF    Wh
   52  TotWhAbsL1    uint64      TotWh_SF    Wh
   56  TotVarhInjL1  uint64      TotVarh_SF  varh
   60  TotVarhAbsL1  uint64      TotVarh_SF  varh
   64  WL2           int16       W_SF        W
   65  VAL2          int16       VA_SF       VA
   66  VarL2         int16       Var_SF      var
   67  PFL2          int16       PF_SF
   68  AL2           int16       A_SF        A
   69  VL2L3         uint16      V_SF        V
   70  VL2           uint16      V_SF        V
   71  TotWhInjL2    uint64      TotWh_SF    Wh
   75  TotWhAbsL2    uint64      TotWh_SF    Wh
   79  TotVarhInjL2  uint64      TotVarh_SF  varh
   83  TotVarhAbsL2  uint64      TotVarh_SF  varh
   87  WL3           int16       W_SF        W
   88  VAL3          int16       VA_SF       VA
   89  VarL3         int16       Var_SF      var
   90  PFL3          int16       PF_SF
   91  AL3           int16       A_SF        A
   92  VL3L1         uint16      V_SF        V
   93  VL3           uint16      V_SF        V
   94  TotWhInjL3    uint64      TotWh_SF    Wh
   98  TotWhAbsL3    uint64      TotWh_SF    Wh
  102  TotVarhInjL3  uint64      TotVarh_SF  varh
  106  TotVarhAbsL3  uint64      TotVarh_SF  varh
  110  ThrotPct      uint16      -           %
  111  ThrotSrc      bitfield32
  113  A_SF          sunssf      -           -     s
  114  V_SF          sunssf      -           -     s
  115  Hz_SF         sunssf      -           -     s
  116  W_SF          sunssf      -           -     s
  117  PF_SF         sunssf      -           -     s
  118  VA_SF         sunssf      -           -     s
  119  Var_SF        sunssf      -           -     s
  120  TotWh_SF      sunssf      -           -     s
  121  TotVarh_SF    sunssf      -           -     s
  122  Tmp_SF        sunssf      -           -     s
  123  MnAlrmInfo    string32
`);

/** 702 */
export const DER_CAPACITY = table(`
   2  WMaxRtg            uint16      W_SF    W    s
   3  WOvrExtRtg         uint16      W_SF    W    s
   4  WOvrExtRtgPF       uint16      PF_SF   -    s
   5  WUndExtRtg         uint16      W_SF    W    s
   6  WUndExtRtgPF       uint16      PF_SF   -    s
   7  VAMaxRtg           uint16      VA_SF   VA   s
   8  VarMaxInjRtg       uint16      Var_SF  var  s
   9  VarMaxAbsRtg       uint16      Var_SF  var  s
  10  WChaRteMaxRtg      uint16      W_SF    W    s
  11  WDisChaRteMaxRtg   uint16      W_SF    W    s
  12  VAChaRteMaxRtg     uint16      VA_SF   VA   s
  13  VADisChaRteMaxRtg  uint16      VA_SF   VA   s
  14  VNomRtg            uint16      V_SF    V    s
  15  VMaxRtg            uint16      V_SF    V    s
  16  VMinRtg            uint16      V_SF    V    s
  17  AMaxRtg            uint16      A_SF    A    s
  18  PFOvrExtRtg        uint16      PF_SF   -    s
  19  PFUndExtRtg        uint16      PF_SF   -    s
  20  ReactSusceptRtg    uint16      S_SF    s    s
  21  NorOpCatRtg        enum16      -       -    s
  22  AbnOpCatRtg        enum16      -       -    s
  23  CtrlModes          bitfield32  -       -    s
  25  IntIslandCatRtg    bitfield16  -       -    s
  26  WMax               uint16      W_SF    W    w
  27  WMaxOvrExt         uint16      W_SF    W    w
  28  WOvrExtPF          uint16      PF_SF   -    w
  29  WMaxUndExt         uint16      W_SF    W    w
  30  WUndExtPF          uint16      PF_SF   -    w
  31  VAMax              uint16      VA_SF   VA   w
  32  VarMaxInj          uint16      Var_SF  var  w
  33  VarMaxAbs          uint16      Var_SF  var  w
  34  WChaRteMax         uint16      W_SF    W    w
  35  WDisChaRteMax      uint16      W_SF    W    w
  36  VAChaRteMax        uint16      VA_SF   VA   w
  37  VADisChaRteMax     uint16      VA_SF   VA   w
  38  VNom               uint16      V_SF    V    w
  39  VMax               uint16      V_SF    V    w
  40  VMin               uint16      V_SF    V    w
  41  AMax               uint16      A_SF    A    w
  42  PFOvrExt           uint16      PF_SF   -    w
  43  PFUndExt           uint16      PF_SF   -    w
  44  IntIslandCat       bitfield16  -       -    w
  45  W_SF               sunssf      -       -    s
  46  PF_SF              sunssf      -       -    s
  47  VA_SF              sunssf      -       -    s
  48  Var_SF             sunssf      -       -    s
  49  V_SF               sunssf      -       -    s
  50  A_SF               sunssf      -       -    s
  51  S_SF               sunssf      -       -    s
`);

/** 703 */
export const DER_ENTER_SERVICE = table(`
   2  ES           enum16  -      -   w
   3  ESVHi        uint16  V_SF   %   w
   4  ESVLo        uint16  V_SF   %   w
   5  ESHzHi       uint32  Hz_SF  Hz  w
   7  ESHzLo       uint32  Hz_SF  Hz  w
   9  ESDlyTms     uint32  -      s   w
  11  ESRndTms     uint32  -      s   w
  13  ESRmpTms     uint32  -      s   w
  15  ESDlyRemTms  uint32  -      s
  17  V_SF         sunssf  -      -   s
  18  Hz_SF        sunssf  -      -   s
`);

/** 704 */
export const DER_CONTROLS = table(`
   2  PFWInjEna          enum16  -              -       w
   3  PFWInjEnaRvrt      enum16  -              -       w
   4  PFWInjRvrtTms      uint32  -              s       w
   6  PFWInjRvrtRem      uint32  -              s
   8  PFWAbsEna          enum16  -              -       w
   9  PFWAbsEnaRvrt      enum16  -              -       w
  10  PFWAbsRvrtTms      uint32  -              s       w
  12  PFWAbsRvrtRem      uint32  -              s
  14  WMaxLimPctEna      enum16  -              -       w
  15  WMaxLimPct         uint16  WMaxLimPct_SF  %       w
  16  WMaxLimPctRvrt     uint16  WMaxLimPct_SF  %       w
  17  WMaxLimPctEnaRvrt  enum16  -              -       w
  18  WMaxLimPctRvrtTms  uint32  -              s       w
  20  WMaxLimPctRvrtRem  uint32  -              s
  22  WSetEna            enum16  -              -       w
  23  WSetMod            enum16  -              -       w
  24  WSet               int32   WSet_SF        W       w
  26  WSetRvrt           int32   WSet_SF        W       w
  28  WSetPct            int16   WSetPct_SF     %       w
  29  WSetPctRvrt        int16   WSetPct_SF     %       w
  30  WSetEnaRvrt        enum16  -              -       w
  31  WSetRvrtTms        uint32  -              s       w
  33  WSetRvrtRem        uint32  -              s
  35  VarSetEna          enum16  -              -       w
  36  VarSetMod          enum16  -              -       w
  37  VarSetPri          enum16  -              -       w
  38  VarSet             int32   VarSet_SF      var     w
  40  VarSetRvrt         int32   VarSet_SF      var     w
  42  VarSetPct          int16   VarSetPct_SF   %       w
  43  VarSetPctRvrt      int16   VarSetPct_SF   %       w
  44  VarSetEnaRvrt      enum16  -              -       w
  45  VarSetRvrtTms      uint32  -              s       w
  47  VarSetRvrtRem      uint32  -              s
  49  WRmp               uint16  -              %Max/s  w
  50  WRmpRef            enum16  -              -       w
  51  VarRmp             uint16  -              %Max/s  w
  52  AntiIslEna         enum16  -              -       w
  53  PF_SF              sunssf  -              -       s
  54  WMaxLimPct_SF      sunssf  -              -       s
  55  WSet_SF            sunssf  -              -       s
  56  WSetPct_SF         sunssf  -              -       s
  57  VarSet_SF          sunssf  -              -       s
  58  VarSetPct_SF       sunssf  -              -       s
  59  PFWInj.PF          uint16  PF_SF          -       w
  60  PFWInj.Ext         enum16  -              -       w
  61  PFWInjRvrt.PF      uint16  PF_SF          -       w
  62  PFWInjRvrt.Ext     enum16  -              -       w
  63  PFWAbs.PF          uint16  PF_SF          -       w
  64  PFWAbs.Ext         enum16  -              -       w
  65  PFWAbsRvrt.PF      uint16  PF_SF          -       w
  66  PFWAbsRvrt.Ext     enum16  -              -       w
`);

/** 713 */
export const DER_STORAGE = table(`
  2  WHRtg    uint16  WH_SF   Wh
  3  WHAvail  uint16  WH_SF   Wh
  4  SoC      uint16  Pct_SF  %
  5  SoH      uint16  Pct_SF  %
  6  Sta      enum16
  7  WH_SF    sunssf  -       -   s
  8  Pct_SF   sunssf  -       -   s
`);

/** 714, the fixed part */
export const DER_DC = table(`
   2  PrtAlrms  bitfield32
   4  NPrt      uint16      -        -   s
   5  DCA       int16       DCA_SF   A
   6  DCW       int16       DCW_SF   W
   7  DCWhInj   uint64      DCWH_SF  Wh
  11  DCWhAbs   uint64      DCWH_SF  Wh
  15  DCA_SF    sunssf      -        -   s
  16  DCV_SF    sunssf      -        -   s
  17  DCW_SF    sunssf      -        -   s
  18  DCWH_SF   sunssf      -        -   s
  19  Tmp_SF    sunssf      -        -   s
`);

/** One port of 714, offsets from its first register */
export const DER_DC_PORT = table(`
   0  PrtTyp   enum16
   1  ID       uint16
   2  IDStr    string8
  10  DCA      int16       DCA_SF   A
  11  DCV      uint16      DCV_SF   V
  12  DCW      int16       DCW_SF   W
  13  DCWhInj  uint64      DCWH_SF  Wh
  17  DCWhAbs  uint64      DCWH_SF  Wh
  21  Tmp      int16       Tmp_SF   °C
  22  DCSta    enum16
  23  DCAlrm   bitfield32
`);

/** 715 */
export const DER_CONTROL = table(`
  2  LocRemCtl     enum16
  3  DERHb         uint32
  5  ControllerHb  uint32  -  -  w
  7  AlarmReset    uint16  -  -  w
  8  OpCtl         enum16  -  -  w
`);
