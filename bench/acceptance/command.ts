/** `wijktwin accept`: puts an acceptance together, runs it where a person can watch and stop it, and writes its reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badInput, WijkError } from '../../errors.js';
import { formatDuration } from '../experiments/duration.js';
import { NO_LOG } from '../log.js';
import { systemClock } from '../transport/clock.js';
import { missingAbortPath, type StopMeans } from './abort-path.js';
import { accept } from './accept.js';
import { CATALOGUE } from './catalogue.js';
import { acceptView, printResult } from './console.js';
import { type Declared, declaredOf } from './declared.js';
import { deviceClock } from './device-clock.js';
import { startHolder } from './holder.js';
import { type WatchedInterlocks, watchInterlocks } from './interlocks.js';
import { mockPlace } from './mocks.js';
import type { MocksHere } from './mocks-here.js';
import { modelPlace } from './model.js';
import { hardwarePlace, type Place } from './place.js';
import { createRecordings, recordingPath, wallUs } from './recordings.js';
import { renderHtml } from './report/html.js';
import { renderJunit } from './report/junit.js';
import { type AcceptOptions, type AcceptRequest, readRequest } from './request.js';
import {
  HTML_FILE,
  JUNIT_FILE,
  RESULT_FILE,
  RESULT_SCHEMA_FILE,
  type ResultFile,
  resultJsonSchema,
} from './result-file.js';
import { estimateS, selected } from './run.js';
import { LineStation } from './station.js';

export async function acceptCommand(name: string | undefined, options: AcceptOptions, mocks: MocksHere): Promise<void> {
  if (options.list === true && name === undefined && options.profile === undefined && options.bench === undefined) {
    return listCatalogue(options.json === true, undefined);
  }
  const request = readRequest(name, options, mocks.table);
  const declared = declaredOf(request.device, request.subject, request.availableW);
  if (options.list === true) return listCatalogue(options.json === true, declared);
  const means: StopMeans = {
    terminal: process.stdin.isTTY === true,
    emergencyStop: options.emergencyStop ?? '',
    operator: options.operator ?? (process.stdin.isTTY === true ? 'the person at the terminal' : 'none'),
    interlocks: request.interlocks.map(({ id }) => id),
  };
  const missing = missingAbortPath(declared, means);
  if (missing.length > 0) throw badInput(missing);
  const folder = options.output ?? join('runs', `${stamp()}-accept-${request.device.id}`);
  const result = await inFolder(folder, request, declared, means, mocks, options.json === true);
  if (options.json === true) process.stdout.write(`${JSON.stringify({ ...result, folder })}\n`);
  else printResult(result, folder, process.stdout);
  process.exitCode = result.exitCode;
}

async function inFolder(
  folder: string,
  request: AcceptRequest,
  declared: Declared,
  means: StopMeans,
  mocks: MocksHere,
  json: boolean,
): Promise<ResultFile> {
  // Made before anything is sent: a test whose report cannot be kept is not begun.
  mkdirSync(folder, { recursive: true });
  const recordings = createRecordings(folder, () => systemClock.nowMs());
  // Progress is for people; with --json it goes where it does not disturb the answer.
  const view = acceptView(json ? process.stderr : process.stdout);
  const stop = new AbortController();
  const end = (cause: string): void => {
    if (stop.signal.aborted) view.say('Still bringing the device to its safe setpoint; wait.');
    else view.say(`Stopping, ${cause}: the device goes to its safe setpoint, then the report is written.`);
    recordings.note(`stopping: ${cause}`);
    stop.abort(new WijkError('STATE', cause));
  };
  const interrupt = (): void => end('ended by the operator');
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  let place: Place | undefined;
  let interlocks: WatchedInterlocks | undefined;
  try {
    const total = estimateS(selected(request.only), declared, request.speed);
    view.say(
      `${request.device.id}: ${declared.title}, ${request.subject}; about ${formatDuration(Math.max(1, Math.round(total)))}.`,
    );
    if (request.interlocks.length > 0) {
      interlocks = await watchInterlocks(
        {
          interlocks: request.interlocks,
          links: request.interlockLinks,
          clock: systemClock,
          log: NO_LOG,
          opened: end,
        },
        stop.signal,
      );
      view.say(`Interlocks closed: ${request.interlocks.map(({ id }) => id).join(', ')}.`);
    }
    place = await placeOf(request, folder, means, mocks, view.say, stop.signal);
    if (place.text !== '') view.say(`On ${place.text}.`);
    const { link, meterLink } = place;
    const station = new LineStation({
      device: request.device,
      link,
      ...(request.meter === undefined || meterLink === undefined
        ? {}
        : { meter: { device: request.meter.device, link: meterLink } }),
      clock: systemClock,
      log: NO_LOG,
      sink: recordings.sink,
    });
    const result = await accept({
      request,
      station,
      clock: deviceClock(systemClock, request.speed),
      wire: systemClock,
      recordings,
      cable: place.cable,
      supply: place.supply,
      startHolder: (window, signal) =>
        startHolder(
          {
            device: request.device,
            link,
            window,
            speed: request.speed,
            subject: request.subject,
            framesFile: join(folder, recordingPath('controller')),
          },
          signal,
          () => recordings.adopt('controller'),
        ),
      means,
      signal: stop.signal,
      progress: view.update,
      done: view.done,
      nowUs: wallUs,
      command: ['wijktwin', ...process.argv.slice(2)].map(quoted).join(' '),
    });
    writeReports(folder, result);
    return result;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    view.close();
    await interlocks?.close();
    await recordings.close();
    await place?.close();
  }
}

function placeOf(
  request: AcceptRequest,
  folder: string,
  means: StopMeans,
  mocks: MocksHere,
  say: (text: string) => void,
  signal: AbortSignal,
): Place | Promise<Place> {
  switch (request.subject) {
    case 'mock':
      return mockPlace(request, folder, () => mocks.canPty(), signal);
    case 'model':
      return modelPlace(request, signal);
    case 'hardware':
      return hardwarePlace(request, means, say);
  }
}

export function writeReports(folder: string, result: ResultFile): void {
  writeFileSync(join(folder, RESULT_FILE), `${JSON.stringify(result, undefined, 1)}\n`);
  writeFileSync(join(folder, RESULT_SCHEMA_FILE), `${JSON.stringify(resultJsonSchema(), undefined, 1)}\n`);
  writeFileSync(join(folder, JUNIT_FILE), renderJunit(result));
  writeFileSync(join(folder, HTML_FILE), renderHtml(result));
}

function listCatalogue(json: boolean, declared: Declared | undefined): void {
  const rows = CATALOGUE.map((check) => ({
    id: check.id,
    title: check.title,
    question: check.question,
    method: check.method,
    needs: check.needs,
    ...(declared === undefined
      ? {}
      : { notApplicable: check.notApplicable(declared) ?? null, estimateS: check.estimateS(declared) }),
  }));
  if (json) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  for (const row of rows) {
    const no = 'notApplicable' in row && row.notApplicable !== null ? `  (does not apply: ${row.notApplicable})` : '';
    process.stdout.write(`${row.id.padEnd(18)} ${row.question}${no}\n`);
  }
}

const stamp = (): string => new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
