import { useState } from 'preact/hooks';
import type { DescribeMessage, FrameMessage } from '../../server/messages.js';
import { celsius, duration, fixed, NONE, percent, power, signed } from '../format.js';
import { PHASE_LETTERS, roleName } from '../layout.js';
import type { Send } from './controls.js';
import { Badge, type SlotRow } from './slot-source.js';

interface Props {
  readonly row: SlotRow;
  readonly description: DescribeMessage;
  readonly frame: FrameMessage | undefined;
  readonly send: Send;
  readonly onClose: () => void;
}

/** Everything about one slot, and a setpoint by hand for it. */
export function SlotDetail({ row, description, frame, send, onClose }: Props) {
  const { slot, source, index } = row;
  const value = (column: keyof FrameMessage['array']) => frame?.array[column][index] ?? null;
  const measured = value('slotMeasuredPowerW');
  const modelled = value('slotModelledPowerW');
  const difference = measured === null || modelled === null ? null : measured - modelled;
  const setpoint = value('slotSetpointW');
  const phases = PHASE_LETTERS.filter((_, phase) => slot.shares[phase]! > 0).join(', ');
  const meaning = (column: string): string | undefined => description.columns[column]?.meaning;
  const facts: readonly (readonly [string, string, string | undefined])[] = [
    ['Power', power(value('slotActivePowerW')), meaning('slotActivePowerW')],
    ['Setpoint', setpoint === null ? 'free' : power(setpoint), meaning('slotSetpointW')],
    ['Setpoint from', roleName(value('slotSetpointFrom')) || NONE, meaning('slotSetpointFrom')],
    ['Reading age', duration(value('slotAgeS')), meaning('slotAgeS')],
    ['Measured', power(measured), meaning('slotMeasuredPowerW')],
    ['Modelled', power(modelled), meaning('slotModelledPowerW')],
    ['Measured − modelled', signed(power(difference)), 'How far the model is off: a calibration signal'],
    ['State of charge', percent(value('slotStateOfChargeRatio'), 1), meaning('slotStateOfChargeRatio')],
    ['Temperature', celsius(value('slotTemperatureC')), meaning('slotTemperatureC')],
    ['Comfort deficit', comfort(row, value('slotComfortDeficitKh')), meaning('slotComfortDeficitKh')],
    ['Cold showers', showers(row, value('slotColdShowers')), meaning('slotColdShowers')],
    [missedLabel(row), missed(row, value('slotEnergyDeficitWh')), meaning('slotEnergyDeficitWh')],
    ['Range', `${power(slot.powerMinW)} … ${power(slot.powerMaxW)}`, 'What the asset can reach; + is consumption'],
    ['Phases', phases, undefined],
  ];
  return (
    <aside class="detail" data-testid="slot-detail" aria-label={`Slot ${slot.id}`}>
      <div class="detail-head">
        <b>{slot.id}</b>
        <span>
          <Badge source={source} /> <span data-testid="detail-source">{source}</span>
        </span>
        {slot.controllable ? <SetpointForm key={slot.id} slotId={slot.id} send={send} /> : null}
        <button type="button" class="close" aria-label="Close details" onClick={onClose}>
          ✕
        </button>
      </div>
      <dl class="detail-facts">
        {facts
          .filter(([, text]) => text !== NONE)
          .map(([name, text, title]) => (
            <div key={name} title={title}>
              <dt>{name}</dt>
              <dd class="value">{text}</dd>
            </div>
          ))}
      </dl>
    </aside>
  );
}

const heats = ({ slot }: SlotRow): boolean => slot.kind === 'heat-pump' || slot.kind === 'heat-plant';

/** Only what heats a building, or cools a business, can lack comfort. */
function comfort(row: SlotRow, deficitKh: number | null): string {
  const can = heats(row) || row.slot.kind === 'business';
  return can && deficitKh !== null ? `${fixed(deficitKh, 2)}\u00a0K·h` : NONE;
}

const showers = (row: SlotRow, count: number | null): string => (heats(row) && count !== null ? fixed(count, 1) : NONE);

/** What an energy deficit is, by kind; kinds that are not named have none. */
const MISSED: Readonly<Partial<Record<SlotRow['slot']['kind'], string>>> = {
  'heat-pump': 'Cold water',
  'heat-plant': 'Cold water',
  'ev-charger': 'Not charged',
  pv: 'Held back',
  battery: 'Not followed',
  business: 'Cooling missed',
};

const missedLabel = ({ slot }: SlotRow): string => MISSED[slot.kind] ?? '';

function missed({ slot }: SlotRow, deficitWh: number | null): string {
  return MISSED[slot.kind] === undefined || deficitWh === null ? NONE : `${fixed(deficitWh / 1000, 1)}\u00a0kWh`;
}

function SetpointForm({ slotId, send }: { slotId: string; send: Send }) {
  const [watts, setWatts] = useState('');
  const valid = watts !== '' && Number.isFinite(Number(watts));
  return (
    <form
      class="setpoint"
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        const activePowerW = Number(watts);
        send(`Setpoint ${power(activePowerW)} at ${slotId}`, 'inject', { setpoint: { slotId, activePowerW } });
      }}
    >
      <input
        type="number"
        step="any"
        placeholder="W"
        aria-label="Setpoint by hand in W, + is consumption"
        title="Setpoint by hand in W, + is consumption"
        value={watts}
        onInput={(event) => setWatts(event.currentTarget.value)}
      />
      <button type="submit" disabled={!valid}>
        Set
      </button>
      <button
        type="button"
        onClick={() => send(`Release setpoint at ${slotId}`, 'inject', { setpoint: { slotId, release: true } })}
      >
        Release
      </button>
    </form>
  );
}
