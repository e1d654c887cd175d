/**
 * Meters: 201 to 204 (whole numbers with scale factors) and 211 to 214 (floating point): single phase, split phase, wye,
 * delta. Same layout in a family. W is positive for import from the grid.
 */
import { table } from './table.js';

/** 202, 203, 204; 201 has other names for three points */
export const METER = table(`
    2  A                int16       A_SF        A
    3  AphA             int16       A_SF        A
    4  AphB             int16       A_SF        A
    5  AphC             int16       A_SF        A
    6  A_SF             sunssf
    7  PhV              int16       V_SF        V
    8  PhVphA           int16       V_SF        V
    9  PhVphB           int16       V_SF        V
   10  PhVphC           int16       V_SF        V
   11  PPV              int16       V_SF        V
   12  PhVphAB          int16       V_SF        V
   13  PhVphBC          int16       V_SF        V
   14  PhVphCA          int16       V_SF        V
   15  V_SF             sunssf
   16  Hz               int16       Hz_SF       Hz
   17  Hz_SF            sunssf
   18  W                int16       W_SF        W
   19  WphA             int16       W_SF        W
   20  WphB             int16       W_SF        W
   21  WphC             int16       W_SF        W
   22  W_SF             sunssf
   23  VA               int16       VA_SF       VA
   24  VAphA            int16       VA_SF       VA
   25  VAphB            int16       VA_SF       VA
   26  VAphC            int16       VA_SF       VA
   27  VA_SF            sunssf
   28  VAR              int16       VAR_SF      var
   29  VARphA           int16       VAR_SF      var
   30  VARphB           int16       VAR_SF      var
   31  VARphC           int16       VAR_SF      var
   32  VAR_SF           sunssf
   33  PF               int16       PF_SF       %
   34  PFphA            int16       PF_SF       %
   35  PFphB            int16       PF_SF       %
   36  PFphC            int16       PF_SF       %
   37  PF_SF            sunssf
   38  TotWhExp         acc32       TotWh_SF    Wh
   40  TotWhExpPhA      acc32       TotWh_SF    Wh
   42  TotWhExpPhB      acc32       TotWh_SF    Wh
   44  TotWhExpPhC      acc32       TotWh_SF    Wh
   46  TotWhImp         acc32       TotWh_SF    Wh
   48  TotWhImpPhA      acc32       TotWh_SF    Wh
   50  TotWhImpPhB      acc32       TotWh_SF    Wh
   52  TotWhImpPhC      acc32       TotWh_SF    Wh
   54  TotWh_SF         sunssf
   55  TotVAhExp        acc32       TotVAh_SF   VAh
   57  TotVAhExpPhA     acc32       TotVAh_SF   VAh
   59  TotVAhExpPhB     acc32       TotVAh_SF   VAh
   61  TotVAhExpPhC     acc32       TotVAh_SF   VAh
   63  TotVAhImp        acc32       TotVAh_SF   VAh
   65  TotVAhImpPhA     acc32       TotVAh_SF   VAh
   67  TotVAhImpPhB     acc32       TotVAh_SF   VAh
   69  TotVAhImpPhC     acc32       TotVAh_SF   VAh
   71  TotVAh_SF        sunssf
   72  TotVArhImpQ1     acc32       TotVArh_SF  varh
   74  TotVArhImpQ1PhA  acc32       TotVArh_SF  varh
   76  TotVArhImpQ1PhB  acc32       TotVArh_SF  varh
   78  TotVArhImpQ1PhC  acc32       TotVArh_SF  varh
   80  TotVArhImpQ2     acc32       TotVArh_SF  varh
   82  TotVArhImpQ2PhA  acc32       TotVArh_SF  varh
   84  TotVArhImpQ2PhB  acc32       TotVArh_SF  varh
   86  TotVArhImpQ2PhC  acc32       TotVArh_SF  varh
   88  TotVArhExpQ3     acc32       TotVArh_SF  varh
   90  TotVArhExpQ3PhA  acc32       TotVArh_SF  varh
   92  TotVArhExpQ3PhB  acc32       TotVArh_SF  varh
   94  TotVArhExpQ3PhC  acc32       TotVArh_SF  varh
   96  TotVArhExpQ4     acc32       TotVArh_SF  varh
   98  TotVArhExpQ4PhA  acc32       TotVArh_SF  varh
  100  TotVArhExpQ4PhB  acc32       TotVArh_SF  varh
  102  TotVArhExpQ4PhC  acc32       TotVArh_SF  varh
  104  TotVArh_SF       sunssf
  105  Evt              bitfield32
`);

/** 211, 212, 213, 214 */
export const METER_FLOAT = table(`
    2  A                float32     -  A
    4  AphA             float32     -  A
    6  AphB             float32     -  A
    8  AphC             float32     -  A
   10  PhV              float32     -  V
   12  PhVphA           float32     -  V
   14  PhVphB           float32     -  V
   16  PhVphC           float32     -  V
   18  PPV              float32     -  V
   20  PPVphAB          float32     -  V
   22  PPVphBC          float32     -  V
   24  PPVphCA          float32     -  V
   26  Hz               float32     -  Hz
   28  W                float32     -  W
   30  WphA             float32     -  W
   32  WphB             float32     -  W
   34  WphC             float32     -  W
   36  VA               float32     -  VA
   38  VAphA            float32     -  VA
   40  VAphB            float32     -  VA
   42  VAphC            float32     -  VA
   44  VAR              float32     -  var
   46  VARphA           float32     -  var
   48  VARphB           float32     -  var
   50  VARphC           float32     -  var
   52  PF               float32     -  PF
   54  PFphA            float32     -  PF
   56  PFphB            float32     -  PF
   58  PFphC            float32     -  PF
   60  TotWhExp         float32     -  Wh
   62  TotWhExpPhA      float32     -  Wh
   64  TotWhExpPhB      float32     -  Wh
   66  TotWhExpPhC      float32     -  Wh
   68  TotWhImp         float32     -  Wh
   70  TotWhImpPhA      float32     -  Wh
   72  TotWhImpPhB      float32     -  Wh
   74  TotWhImpPhC      float32     -  Wh
   76  TotVAhExp        float32     -  VAh
   78  TotVAhExpPhA     float32     -  VAh
   80  TotVAhExpPhB     float32     -  VAh
   82  TotVAhExpPhC     float32     -  VAh
   84  TotVAhImp        float32     -  VAh
   86  TotVAhImpPhA     float32     -  VAh
   88  TotVAhImpPhB     float32     -  VAh
   90  TotVAhImpPhC     float32     -  VAh
   92  TotVArhImpQ1     float32     -  varh
   94  TotVArhImpQ1phA  float32     -  varh
   96  TotVArhImpQ1phB  float32     -  varh
   98  TotVArhImpQ1phC  float32     -  varh
  100  TotVArhImpQ2     float32     -  varh
  102  TotVArhImpQ2phA  float32     -  varh
  104  TotVArhImpQ2phB  float32     -  varh
  106  TotVArhImpQ2phC  float32     -  varh
  108  TotVArhExpQ3     float32     -  varh
  110  TotVArhExpQ3phA  float32     -  varh
  112  TotVArhExpQ3phB  float32     -  varh
  114  TotVArhExpQ3phC  float32     -  varh
  116  TotVArhExpQ4     float32     -  varh
  118  TotVArhExpQ4phA  float32     -  varh
  120  TotVArhExpQ4phB  float32     -  varh
  122  TotVArhExpQ4phC  float32     -  varh
  124  Evt              bitfield32
`);
