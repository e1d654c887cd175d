/** `wijktwin accept`: puts an acceptance together, runs it where a person can watch and stop it, and writes its reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { badInput, WijkError } from '../../errors.js';
import { formatDuration } from '../experiments/duration.js';
import { NO_LOG } from '../log.js';
import { systemClock } from '../transport/clock.js';
import { missingAbortPath, type StopMeans } from './abort-path.js';
import { accept } from './accept.js';
import { CATALOGUE } from './catalogue.js';
import type { Hand } from './check.js';
import { acceptView, printResult } from './console.js';
import { type Declared, declaredOf } from './declared.js';
import { deviceClock } from './device-clock.js';
import { mockHand, noHand, personHand } from './hands.js';
import { startHolder } from './holder.js';
import { fileJournal, wallUs } from './journal.js';
import { type MockTable, type RunningMock, startMock } from './mocks.js';
import { renderHtml } from './report/html.js';
import { renderJunit } from './report/junit.js';
import { type AcceptOptions, type AcceptRequest, readRequest } from './request.js';
import {
  HOLDER_JOURNAL_FILE,
  HTML_FILE,
  JOURNAL_FILE,
  JUNIT_FILE,
  RESULT_FILE,
  RESULT_SCHEMA_FILE,
  type ResultFile,
  resultJsonSchema,
} from './result-file.js';
import { estimateS, selected } from './run.js';
import { LineStation } from './station.js';

export async function acceptCommand(name: string | undefined, options: AcceptOptions, mocks: MockTable): Promise<void> {
  if (options.list === true && name === undefined && options.profile === undefined && options.bench === undefined) {
    return listCatalogue(options.json === true, undefined);
  }
  const request = readRequest(name, options, mocks);
  const declared = declaredOf(request.device, request.subject);
  if (options.list === true) return listCatalogue(options.json === true, declared);
  const means: StopMeans = {
    terminal: process.stdin.isTTY === true,
    emergencyStop: options.emergencyStop ?? '',
    operator: options.operator ?? (process.stdin.isTTY === true ? 'the person at the terminal' : 'none'),
  };
  const missing = missingAbortPath(declared, means);
  if (missing.length > 0) throw badInput(missing);
  const folder = options.output ?? join('runs', `${stamp()}-accept-${request.device.id}`);
  const result = await inFolder(folder, request, declared, means, options.json === true);
  if (options.json === true) process.stdout.write(`${JSON.stringify({ ...result, folder })}\n`);
  else printResult(result, folder, process.stdout);
  process.exitCode = result.exitCode;
}

async function inFolder(
  folder: string,
  request: AcceptRequest,
  declared: Declared,
  means: StopMeans,
  json: boolean,
): Promise<ResultFile> {
  // Made before anything is sent: a test whose report cannot be kept is not begun.
  mkdirSync(folder, { recursive: true });
  const journal = fileJournal(join(folder, JOURNAL_FILE), wallUs);
  // Progress is for people; with --json it goes where it does not disturb the answer.
  const view = acceptView(json ? process.stderr : process.stdout);
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) view.say('Still bringing the device to its safe setpoint; wait.');
    else view.say('Stopping: the device goes to its safe setpoint, then the report is written.');
    stop.abort(new WijkError('STATE', 'ended by the operator'));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  let mock: RunningMock | undefined;
  let release = (): void => undefined;
  try {
    const total = estimateS(selected(request.only), declared, request.speed);
    view.say(
      `${request.device.id}: ${declared.title}, ${request.subject}; about ${formatDuration(Math.max(1, Math.round(total)))}.`,
    );
    if (request.subject === 'mock') mock = await mockFor(request, stop.signal);
    const link = { ...request.link, ...(mock === undefined ? {} : { address: mock.address }) };
    const station = new LineStation({
      device: request.device,
      link,
      ...(request.meter === undefined ? {} : { meter: request.meter }),
      clock: systemClock,
      log: NO_LOG,
      journal,
    });
    const hands = handsFor(mock, means, view.say);
    release = hands.release;
    const result = await accept({
      request,
      station,
      clock: deviceClock(systemClock, request.speed),
      wire: systemClock,
      journal,
      cable: hands.cable,
      supply: hands.supply,
      startHolder: (window, signal) =>
        startHolder(
          {
            device: request.device,
            link,
            window,
            speed: request.speed,
            subject: request.subject,
            journalFile: join(folder, HOLDER_JOURNAL_FILE),
          },
          signal,
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
    release();
    journal.close();
    await mock?.close();
  }
}

export function writeReports(folder: string, result: ResultFile): void {
  writeFileSync(join(folder, RESULT_FILE), `${JSON.stringify(result, undefined, 1)}\n`);
  writeFileSync(join(folder, RESULT_SCHEMA_FILE), `${JSON.stringify(resultJsonSchema(), undefined, 1)}\n`);
  writeFileSync(join(folder, JUNIT_FILE), renderJunit(result));
  writeFileSync(join(folder, HTML_FILE), renderHtml(result));
}

function mockFor({ device, mock, sin, speed, link }: AcceptRequest, signal: AbortSignal): Promise<RunningMock> {
  return startMock(
    mock!,
    [
      ...(link.protocol === 'modbus-tcp' ? ['--framing', 'tcp'] : []),
      ...(device.unit > 0 ? ['--unit', String(device.unit)] : []),
      // TCP has no baud rate to pace to.
      '--baud',
      '0',
      ...(speed === 1 ? [] : ['--speed', String(speed)]),
      ...(sin === '' ? [] : ['--sin', sin]),
    ],
    signal,
  );
}

/** What a mock does by itself to a restart, s of the wall clock. */
const MOCK_RESTART_MS = 5000;

function handsFor(
  mock: RunningMock | undefined,
  means: StopMeans,
  say: (text: string) => void,
): { readonly cable: Hand; readonly supply: Hand; readonly release: () => void } {
  if (mock !== undefined) {
    return {
      cable: mockHand("the mock's line is unplugged", mock.say, 'unplug 3600s', 'unplug 0s'),
      supply: mockHand("the mock's own restart (fault reboot)", mock.say, 'fault reboot', undefined, MOCK_RESTART_MS),
      release: () => undefined,
    };
  }
  if (means.operator === 'none' || process.stdin.isTTY !== true) {
    const reason = (what: string) => noHand(`nobody is there to ${what} (--operator NAME at a terminal)`);
    return { cable: reason('pull the cable'), supply: reason('cut the supply'), release: () => undefined };
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal gives Ctrl-C to the prompt while it waits.
  prompt.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const hand = (away: string, back: string) => personHand(means.operator, prompt, say, { away, back });
  return {
    cable: hand('pull the data cable of the device', 'put the data cable back'),
    supply: hand('switch the supply of the device off', 'switch the supply on again'),
    // An open prompt keeps the process alive.
    release: () => prompt.close(),
  };
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
