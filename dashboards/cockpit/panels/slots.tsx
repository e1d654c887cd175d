import { useState } from 'preact/hooks';
import type { AssetKindName, DescribeMessage, FrameMessage } from '../../server/messages.js';
import { celsius, duration, NONE, percent, power } from '../format.js';
import { roleName, type SourceName, sourceName } from '../layout.js';
import type { State } from '../state.js';
import type { Send } from './controls.js';
import { Panel } from './panel.js';
import { SlotDetail } from './slot-detail.js';
import { Badge, type SlotRow } from './slot-source.js';

type Filter = 'all' | Exclude<SourceName, 'unknown'> | 'controllable';

const FILTERS: readonly Filter[] = ['all', 'model', 'device', 'fallback', 'controllable'];
/** Groups in the order of the panel: what can be steered first, the many households last. */
const KINDS: readonly { readonly kind: AssetKindName; readonly label: string }[] = [
  { kind: 'heat-pump', label: 'Heat pump' },
  { kind: 'heat-plant', label: 'Heat plant' },
  { kind: 'business', label: 'Business' },
  { kind: 'ev-charger', label: 'Charge point' },
  { kind: 'battery', label: 'Battery' },
  { kind: 'pv', label: 'PV' },
  { kind: 'household', label: 'Household' },
  { kind: 'unknown', label: 'Other' },
];

/** Groups of at most so many tiles stand beside each other. */
const FEW = 4;

interface Props {
  readonly state: State;
  readonly stale: string | undefined;
  readonly send: Send;
}

/** Every slot with the source of its power: as tiles by kind, or as a table. */
export function SlotsPanel({ state, stale, send }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [view, setView] = useState<'tiles' | 'table'>('tiles');
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const { description, frame } = state;
  const rows = description === null ? [] : rowsOf(description, frame);
  const shown = rows.filter((row) => matches(row, filter) && row.slot.id.includes(words.trim().toLowerCase()));
  const selected = rows.find((row) => row.index === chosen);
  return (
    <Panel
      name="slots"
      title={`Slots (${rows.length})`}
      stale={stale}
      aside={
        <>
          <input
            type="search"
            aria-label="Find slots by name"
            placeholder="find"
            size={8}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <fieldset class="switch" aria-label="View">
            {(['tiles', 'table'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
                {one === 'tiles' ? 'Tiles' : 'Table'}
              </button>
            ))}
          </fieldset>
        </>
      }
    >
      <fieldset class="filters" aria-label="Show slots">
        {FILTERS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={filter === one}
            data-testid={`filter-${one}`}
            onClick={() => setFilter(one)}
          >
            {one === 'model' || one === 'device' || one === 'fallback' ? <Badge source={one} /> : null}
            {one} <b class="value">{rows.filter((row) => matches(row, one)).length}</b>
          </button>
        ))}
      </fieldset>
      <div class="slots-scroll">
        {view === 'tiles' ? (
          <Tiles rows={shown} frame={frame} chosen={chosen} onChoose={setChosen} />
        ) : (
          <Table rows={shown} frame={frame} chosen={chosen} onChoose={setChosen} />
        )}
        {rows.length > 0 && shown.length === 0 ? <p class="empty">No slot is like that now.</p> : null}
      </div>
      {selected && description ? (
        <SlotDetail
          row={selected}
          description={description}
          frame={frame}
          send={send}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </Panel>
  );
}

function rowsOf(description: DescribeMessage, frame: FrameMessage | undefined): SlotRow[] {
  return description.slots.map((slot, index) => ({
    index,
    slot,
    source: sourceName(frame?.array.slotSource[index]),
  }));
}

function matches({ slot, source }: SlotRow, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'controllable' ? slot.controllable : source === filter;
}

interface ViewProps {
  readonly rows: readonly SlotRow[];
  readonly frame: FrameMessage | undefined;
  readonly chosen: number | undefined;
  readonly onChoose: (index: number) => void;
}

function Tiles({ rows, frame, chosen, onChoose }: ViewProps) {
  // One tab stop for all tiles; arrow keys walk among them.
  const tabStop = rows.some((row) => row.index === chosen) ? chosen : rows[0]?.index;
  const walk = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    const tiles = [...(event.currentTarget as Element).querySelectorAll<HTMLButtonElement>('button.tile')];
    const at = tiles.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    tiles[(at + by + tiles.length) % tiles.length]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only moves the focus among the buttons inside
    <div class="tiles" onKeyDown={walk}>
      {KINDS.map(({ kind, label }) => {
        const own = rows.filter((row) => row.slot.kind === kind);
        if (own.length === 0) return null;
        const total = own.reduce((sum, row) => sum + (frame?.array.slotActivePowerW[row.index] ?? 0), 0);
        return (
          <div key={kind} class={`tile-group ${own.length <= FEW ? 'few' : ''}`}>
            <div class="tile-head">
              {label} <span class="muted">{own.length}</span>
              <span class="value">{frame ? power(total) : NONE}</span>
            </div>
            <div class="tile-row">
              {own.map((row) => (
                <Tile
                  key={row.index}
                  row={row}
                  powerW={frame?.array.slotActivePowerW[row.index] ?? null}
                  chosen={row.index === chosen}
                  tabIndex={row.index === tabStop ? 0 : -1}
                  onChoose={onChoose}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

interface TileProps {
  readonly row: SlotRow;
  readonly powerW: number | null;
  readonly chosen: boolean;
  readonly tabIndex: number;
  readonly onChoose: (index: number) => void;
}

function Tile({ row, powerW, chosen, tabIndex, onChoose }: TileProps) {
  const { slot, source, index } = row;
  const reach = (powerW ?? 0) < 0 ? -slot.powerMinW : slot.powerMaxW;
  const level = reach > 0 ? Math.min(1, Math.abs(powerW ?? 0) / reach) : 0;
  const text = `${slot.id}, ${source}, ${power(powerW)}`;
  return (
    <button
      type="button"
      class={`tile tile-${source} ${(powerW ?? 0) < 0 ? 'feeds-in' : ''}`}
      style={{ '--level': level.toFixed(2) }}
      data-testid={`slot-${slot.id}`}
      data-source={source}
      tabIndex={tabIndex}
      aria-label={text}
      aria-pressed={chosen}
      title={text}
      onClick={() => onChoose(index)}
    >
      {source === 'device' ? 'D' : source === 'fallback' ? 'F' : ''}
    </button>
  );
}

function Table({ rows, frame, chosen, onChoose }: ViewProps) {
  return (
    <table class="table slots-table">
      <thead>
        <tr>
          <th>Slot</th>
          <th>Source</th>
          <th class="number">Power</th>
          <th class="number">Setpoint</th>
          <th>From</th>
          <th class="number">Charge</th>
          <th class="number">Temp.</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ index, slot, source }) => {
          const value = (column: keyof FrameMessage['array']) => frame?.array[column][index] ?? null;
          return (
            <tr key={index} class={index === chosen ? 'chosen' : ''}>
              <td>
                <button type="button" class="link" onClick={() => onChoose(index)}>
                  {slot.id}
                </button>
              </td>
              <td>
                <Badge source={source} /> {source}{' '}
                {value('slotAgeS') === null ? null : <span class="muted value">{duration(value('slotAgeS'))}</span>}
              </td>
              <td class="number value">{power(value('slotActivePowerW'))}</td>
              <td class="number value">{power(value('slotSetpointW'))}</td>
              <td>{roleName(value('slotSetpointFrom'))}</td>
              <td class="number value">{percent(value('slotStateOfChargeRatio'))}</td>
              <td class="number value">{celsius(value('slotTemperatureC'))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
