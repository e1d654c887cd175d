/**
 * The points of the SunSpec models that a three-phase storage inverter needs: name, offset from the model's ID
 * register, type, and the scale factor's name (SunSpec information model specification; model definitions 1, 101-103,
 * 120, 121, 123, 124). Lengths come from the device, never from here.
 */
export type PointType =
  | 'int16'
  | 'uint16'
  | 'acc32'
  | 'enum16'
  | 'bitfield16'
  | 'bitfield32'
  | 'sunssf'
  | `string${number}`;

export interface Point {
  readonly offset: number;
  readonly type: PointType;
  /** Name of the scale factor point; absent: the raw value is the value. */
  readonly sf?: string;
}
export type Model = Readonly<Record<string, Point>>;

const p = (offset: number, type: PointType, sf?: string): Point =>
  sf === undefined ? { offset, type } : { offset, type, sf };

const INVERTER: Model = {
  A: p(2, 'uint16', 'A_SF'),
  AphA: p(3, 'uint16', 'A_SF'),
  AphB: p(4, 'uint16', 'A_SF'),
  AphC: p(5, 'uint16', 'A_SF'),
  A_SF: p(6, 'sunssf'),
  PhVphA: p(10, 'uint16', 'V_SF'),
  PhVphB: p(11, 'uint16', 'V_SF'),
  PhVphC: p(12, 'uint16', 'V_SF'),
  V_SF: p(13, 'sunssf'),
  W: p(14, 'int16', 'W_SF'),
  W_SF: p(15, 'sunssf'),
  Hz: p(16, 'uint16', 'Hz_SF'),
  Hz_SF: p(17, 'sunssf'),
  VA: p(18, 'int16', 'VA_SF'),
  VA_SF: p(19, 'sunssf'),
  VAr: p(20, 'int16', 'VAr_SF'),
  VAr_SF: p(21, 'sunssf'),
  PF: p(22, 'int16', 'PF_SF'),
  PF_SF: p(23, 'sunssf'),
  WH: p(24, 'acc32', 'WH_SF'),
  WH_SF: p(26, 'sunssf'),
  DCW: p(31, 'int16', 'DCW_SF'),
  DCW_SF: p(32, 'sunssf'),
  TmpCab: p(33, 'int16', 'Tmp_SF'),
  Tmp_SF: p(37, 'sunssf'),
  St: p(38, 'enum16'),
  Evt1: p(40, 'bitfield32'),
};

export const MODELS: Readonly<Record<number, Model>> = {
  1: {
    Mn: p(2, 'string16'),
    Md: p(18, 'string16'),
    Opt: p(34, 'string8'),
    Vr: p(42, 'string8'),
    SN: p(50, 'string16'),
    DA: p(66, 'uint16'),
  },
  101: INVERTER,
  102: INVERTER,
  103: INVERTER,
  120: {
    DERTyp: p(2, 'enum16'),
    WRtg: p(3, 'uint16', 'WRtg_SF'),
    WRtg_SF: p(4, 'sunssf'),
    VARtg: p(5, 'uint16', 'VARtg_SF'),
    VARtg_SF: p(6, 'sunssf'),
    ARtg: p(12, 'uint16', 'ARtg_SF'),
    ARtg_SF: p(13, 'sunssf'),
    WHRtg: p(19, 'uint16', 'WHRtg_SF'),
    WHRtg_SF: p(20, 'sunssf'),
    MaxChaRte: p(23, 'uint16', 'MaxChaRte_SF'),
    MaxChaRte_SF: p(24, 'sunssf'),
    MaxDisChaRte: p(25, 'uint16', 'MaxDisChaRte_SF'),
    MaxDisChaRte_SF: p(26, 'sunssf'),
  },
  121: {
    WMax: p(2, 'uint16', 'WMax_SF'),
    VRef: p(3, 'uint16', 'VRef_SF'),
    VMax: p(5, 'uint16', 'VMinMax_SF'),
    VMin: p(6, 'uint16', 'VMinMax_SF'),
    VAMax: p(7, 'uint16', 'VAMax_SF'),
    WGra: p(12, 'uint16', 'WGra_SF'),
    WMax_SF: p(22, 'sunssf'),
    VRef_SF: p(23, 'sunssf'),
    VMinMax_SF: p(25, 'sunssf'),
    VAMax_SF: p(26, 'sunssf'),
    WGra_SF: p(28, 'sunssf'),
  },
  123: {
    Conn_WinTms: p(2, 'uint16'),
    Conn_RvrtTms: p(3, 'uint16'),
    Conn: p(4, 'enum16'),
    WMaxLimPct: p(5, 'uint16', 'WMaxLimPct_SF'),
    WMaxLimPct_WinTms: p(6, 'uint16'),
    WMaxLimPct_RvrtTms: p(7, 'uint16'),
    WMaxLimPct_RmpTms: p(8, 'uint16'),
    WMaxLim_Ena: p(9, 'enum16'),
    WMaxLimPct_SF: p(23, 'sunssf'),
  },
  124: {
    WChaMax: p(2, 'uint16', 'WChaMax_SF'),
    WChaGra: p(3, 'uint16', 'WChaDisChaGra_SF'),
    WDisChaGra: p(4, 'uint16', 'WChaDisChaGra_SF'),
    StorCtl_Mod: p(5, 'bitfield16'),
    MinRsvPct: p(7, 'uint16', 'MinRsvPct_SF'),
    ChaState: p(8, 'uint16', 'ChaState_SF'),
    ChaSt: p(11, 'enum16'),
    OutWRte: p(12, 'int16', 'InOutWRte_SF'),
    InWRte: p(13, 'int16', 'InOutWRte_SF'),
    InOutWRte_WinTms: p(14, 'uint16'),
    InOutWRte_RvrtTms: p(15, 'uint16'),
    InOutWRte_RmpTms: p(16, 'uint16'),
    ChaGriSet: p(17, 'enum16'),
    WChaMax_SF: p(18, 'sunssf'),
    WChaDisChaGra_SF: p(19, 'sunssf'),
    MinRsvPct_SF: p(21, 'sunssf'),
    ChaState_SF: p(22, 'sunssf'),
    InOutWRte_SF: p(25, 'sunssf'),
  },
};
