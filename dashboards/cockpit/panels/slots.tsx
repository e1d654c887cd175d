import { useState } from 'preact/hooks';
import type { AssetKindName, DescribeMessage, FrameMessage } from '../../server/messages.js';
import { celsius, duration, NONE, percent, power } from '../format.js';
import { roleName, type SourceName, sourceName } from '../layout.js';
import type { State } from '../state.js';
import type { Send } from './controls.js';
import { Panel } from './panel.js';
import { SlotDetail } from './slot-detail.js';
import { Badge, type SlotRow } from './slot-source.js';
import { type Place, StationPicker } from './station-picker.js';

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
/** Of more models of a kind than this, a tile stands for all behind one transformer. */
const TILES_MAX = 200;
/** Rows of the table; who wants another one finds it by name or by transformer. */
const TABLE_ROWS_MAX = 300;

interface Props {
  readonly state: State;
  readonly stale: string | undefined;
  readonly send: Send;
  readonly place: Place;
}

/** Every slot with the source of its power: as tiles by kind, or as a table. */
export function SlotsPanel({ state, stale, send, place }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [view, setView] = useState<'tiles' | 'table'>('tiles');
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const { description, frame } = state;
  const all = description === null ? [] : rowsOf(description, frame);
  const station = place.chosen === undefined ? undefined : place.stations[place.chosen];
  const rows = station === undefined ? all : station.slots.map((index) => all[index]!);
  const shown = rows.filter((row) => matches(row, filter) && row.slot.id.includes(words.trim().toLowerCase()));
  const selected = chosen === undefined ? undefined : all[chosen];
  return (
    <Panel
      name="slots"
      title={`Slots (${rows.length})`}
      stale={stale}
      aside={
        <>
          <StationPicker place={place} />
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
          <Tiles rows={shown} frame={frame} chosen={chosen} onChoose={setChosen} place={place} />
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

function Tiles({ rows, frame, chosen, onChoose, place }: ViewProps & { readonly place: Place }) {
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
        const many = own.length > TILES_MAX && place.stations.length > 1;
        // Who stands out of many models is shown by himself.
        const single = many ? own.filter((row) => row.source !== 'model' || row.index === chosen) : own;
        return (
          <div key={kind} class={`tile-group ${own.length <= FEW ? 'few' : ''}`}>
            <div class="tile-head">
              {label} <span class="muted">{own.length}</span>
              <span class="value">{frame ? power(total) : NONE}</span>
            </div>
            <div class="tile-row">
              {many ? <StationTiles rows={own} label={label} frame={frame} place={place} /> : null}
              {single.slice(0, TILES_MAX).map((row) => (
                <Tile
                  key={row.index}
                  row={row}
                  powerW={frame?.array.slotActivePowerW[row.index] ?? null}
                  chosen={row.index === chosen}
                  tabIndex={row.index === tabStop ? 0 : -1}
                  onChoose={onChoose}
                />
              ))}
              {single.length > TILES_MAX ? (
                <span class="muted">and {single.length - TILES_MAX} more: find them by name</span>
              ) : null}
            </div>
          </div>
        );
      })}
    </div>
  );
}

interface StationTilesProps {
  readonly rows: readonly SlotRow[];
  readonly label: string;
  readonly frame: FrameMessage | undefined;
  readonly place: Place;
}

/** One tile per transformer for all slots of a kind behind it; pressing it shows that transformer. */
function StationTiles({ rows, label, frame, place }: StationTilesProps) {
  const wanted = new Set(rows.map((row) => row.index));
  const slotOf = new Map(rows.map((row) => [row.index, row.slot]));
  return (
    <>
      {place.stations.map((station, s) => {
        const own = station.slots.filter((index) => wanted.has(index));
        if (own.length === 0) return null;
        let powerW = 0;
        let reach = 0;
        for (const index of own) powerW += frame?.array.slotActivePowerW[index] ?? 0;
        for (const index of own) {
          const slot = slotOf.get(index)!;
          reach += powerW < 0 ? -slot.powerMinW : slot.powerMaxW;
        }
        const level = reach > 0 ? Math.min(1, Math.abs(powerW) / reach) : 0;
        const text = `${station.name}: ${own.length} × ${label}, ${power(powerW)}`;
        return (
          <button
            key={station.branch}
            type="button"
            class={`tile tile-model tile-many ${powerW < 0 ? 'feeds-in' : ''}`}
            style={{ '--level': level.toFixed(2) }}
            data-testid={`tile-${label}-${station.name}`}
            tabIndex={s === 0 ? 0 : -1}
            aria-label={text}
            title={text}
            onClick={() => place.choose(s)}
          >
            {own.length}
          </button>
        );
      })}
    </>
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
  const hidden = rows.length - TABLE_ROWS_MAX;
  return (
    <table class="table slots-table">
      {hidden > 0 ? (
        <caption class="muted" data-testid="table-hidden">
          {TABLE_ROWS_MAX} of {rows.length}: find the others by name or by transformer
        </caption>
      ) : null}
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
        {rows.slice(0, TABLE_ROWS_MAX).map(({ index, slot, source }) => {
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
