/** Who is there: maker, serial number, firmware, and the settings that change how it behaves. */
import { createHash } from 'node:crypto';
import { messageOf, WijkError } from '../../../errors.js';
import type { Identity } from '../../devices/driver.js';
import type { Bench, Check, Fact, Finding } from '../check.js';
import { type Figure, judge } from '../figure.js';
import { lineFigures } from '../line-figures.js';

/** A reply that is late, or lost, shows itself at the next question. */
const ATTEMPTS = 3;

export const identity: Check = {
  id: 'identity',
  title: 'Identity',
  question: 'Which device is this: maker, model, firmware, serial number, settings; and does it say the same twice?',
  method: 'Identified twice against the profile; settings are hashed, so that two reports can be compared.',
  needs: [],
  notApplicable: () => undefined,
  estimateS: ({ identifyBudgetMs }) => Math.min(4, identifyBudgetMs / 1000),
  async run(bench) {
    const { rig, signal, declared, memory } = bench;
    const startMs = rig.clock.nowMs();
    bench.doing('connecting and identifying', declared.identifyBudgetMs / 1000);
    let first: Identity | undefined;
    for (let attempt = 1; first === undefined; attempt++) {
      try {
        first = await rig.connect(signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof WijkError)) throw error;
        const bad = lineFigures(bench, bench.us(startMs)).filter(({ verdict }) => verdict === 'fail');
        // Another device than the profile's is a finding, and so is one that answers at the wrong time or in the wrong
        // name; a line without an answer is trouble of the bench.
        if (error.code === 'WRONG_DEVICE' || bad.length > 0) {
          const summary = bad.length > 0 ? 'Its replies cannot be trusted.' : 'This is not the device of the profile.';
          return { summary, figures: bad, findings: [{ verdict: 'fail', text: messageOf(error) }] };
        }
        if (error.code !== 'DEVICE_TIMEOUT' || attempt === ATTEMPTS) throw error;
        await rig.disconnect();
      }
    }
    const took = rig.clock.nowMs() - startMs;
    const { second, retries } = await again(bench);
    const neighbour = bench.unit === 0 ? undefined : bench.unit < 247 ? bench.unit + 1 : 1;
    bench.doing(`asking unit ${neighbour}, which nobody is`, 2 * (declared.replyTimeoutMs / 1000));
    const other =
      neighbour === undefined || bench.unitsInUse.includes(neighbour)
        ? undefined
        : await rig.station.answers(neighbour, signal);
    const settings = settingsHash(first);
    memory.settings = settings;
    const source = `as the device says, ${rig.station.address}`;
    const facts: Fact[] = [
      ['manufacturer', first.manufacturer],
      ['model', first.model],
      ['firmware', first.firmware],
      ['serial number', first.serialNumber],
      ['nameplate', first.rating && `${Math.round(first.rating.minimumW)} to ${Math.round(first.rating.maximumW)} W`],
      ['settings', settings === '' ? undefined : `SHA-256 ${settings}`],
      ...Object.entries(first.settings ?? {}).map(([name, value]) => [`setting ${name}`, String(value)]),
    ].flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name: name!, value, source }]));
    const findings: Finding[] = [];
    if (second === undefined) findings.push({ verdict: 'fail', text: `It said who it is once, and is silent since.` });
    else if (first.key !== second.key || settings !== settingsHash(second)) {
      findings.push({ verdict: 'fail', text: `It says "${first.text}" first and "${second.text}" then.` });
    }
    if (other === true) {
      findings.push({
        verdict: 'fail',
        text: `Unit ${neighbour} answers too. Either the device answers for another, or a second device hangs there that the bench file does not name.`,
      });
    }
    const remarks = (['serialNumber', 'firmware'] as const)
      .filter((name) => (first[name] ?? '') === '')
      .map(
        (name) =>
          `The device tells no ${name === 'firmware' ? 'firmware version' : 'serial number'}: another of its kind could take its place unnoticed.`,
      );
    const figures: Figure[] = [
      judge(
        {
          id: 'identified-within',
          title: 'Connected and identified within',
          value: took / 1000 / rig.speed,
          unit: 's',
          source: `line ${rig.station.address}`,
          atUs: bench.us(startMs),
        },
        {
          sense: 'at most',
          limit: declared.identifyBudgetMs / 1000,
          limitSource: `profile ${declared.profile}, timing.identifyBudgetMs`,
        },
      ),
    ];
    if (!rig.station.telegrams) figures.push(...lineFigures(bench, bench.us(startMs)));
    if (retries > 0) remarks.push(`Asked again, it answered only at attempt ${retries + 1}.`);
    return { summary: first.text, figures, facts, findings, remarks };
  },
};

/** Who is there, once more; a reply that stays away once is looked for in what comes late. */
async function again({
  rig,
  signal,
}: Bench): Promise<{ readonly second: Identity | undefined; readonly retries: number }> {
  for (let retries = 0; retries < ATTEMPTS; retries++) {
    try {
      return { second: await rig.station.driver.identify(signal), retries };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof WijkError) || error.code !== 'DEVICE_TIMEOUT') throw error;
    }
  }
  return { second: undefined, retries: ATTEMPTS };
}

/** Names in order, so that the same settings give the same hash. Empty where the device shows none. */
export function settingsHash({ settings, firmware = '' }: Identity): string {
  if (settings === undefined || Object.keys(settings).length === 0) return '';
  const ordered = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([firmware, ordered]))
    .digest('hex');
}
