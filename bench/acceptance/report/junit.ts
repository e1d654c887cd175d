/**
 * The result as JUnit XML, for a CI server. One test case per check. JUnit knows pass, skipped, failure and error: not
 * applicable and not run are skipped with their reason; inconclusive is a failure of type `inconclusive`, because a gate
 * must not open on it.
 */

import type { CheckFile, FigureFile, ResultFile } from '../result-file.js';
import { VERDICT_TEXT } from '../verdict.js';
import { figureText } from './text.js';

export function renderJunit(result: ResultFile): string {
  const { checks, environment, device } = result;
  const failing = (check: CheckFile): boolean => check.verdict === 'fail' || check.verdict === 'inconclusive';
  const erring = (check: CheckFile): boolean => check.verdict === 'error' || check.verdict === 'aborted';
  const skipping = (check: CheckFile): boolean => check.verdict === 'not-set';
  const count = (which: (check: CheckFile) => boolean): number => checks.filter(which).length;
  const seconds = (environment.finishedUs - environment.startedUs) / 1e6;
  const attributes = `tests="${checks.length}" failures="${count(failing)}" errors="${count(erring)}" skipped="${count(skipping)}" time="${seconds.toFixed(3)}"`;
  const properties: readonly (readonly [string, string])[] = [
    ['verdict', VERDICT_TEXT[result.verdict]],
    ['device', device.id],
    ['subject', device.subject],
    ['profile', device.profile],
    ['identity', device.identity],
    ['address', device.address],
    ['neutral', result.neutral.text],
    ...checks.flatMap(({ facts }) => facts.map(({ name, value }) => [name, value] as const)),
  ];
  const started = new Date(environment.startedUs / 1000).toISOString().slice(0, 19);
  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="wijktwin accept" ${attributes}>`,
    `  <testsuite name="${xml(`accept ${device.id} (${device.profile})`)}" ${attributes} timestamp="${started}" hostname="${xml(environment.host)}">`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property name="${xml(name)}" value="${xml(value)}"/>`),
    '    </properties>',
    ...checks.flatMap((check) => testCase(check, device.profile)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ];
  return out.join('\n');
}

function testCase(check: CheckFile, profile: string): string[] {
  const head = `    <testcase classname="${xml(`accept.${profile}`)}" name="${xml(`${check.id}: ${check.title}`)}" time="${check.durationS.toFixed(3)}">`;
  const detail = [
    check.summary,
    ...check.findings.map(({ text }) => text),
    ...check.figures.map(figureLine),
    ...check.remarks,
  ];
  const wrong = [
    ...check.findings.filter(({ verdict }) => verdict === check.verdict).map(({ text }) => text),
    ...check.figures.filter(({ verdict }) => verdict === check.verdict).map(figureLine),
  ];
  const message = xml(wrong[0] ?? check.summary);
  const body: string[] = [];
  if (check.verdict === 'not-set') body.push(`      <skipped message="${xml(check.reason || check.summary)}"/>`);
  if (check.verdict === 'fail' || check.verdict === 'inconclusive') {
    body.push(`      <failure type="${check.verdict}" message="${message}">${xml(wrong.join('\n'))}</failure>`);
  }
  if (check.verdict === 'error' || check.verdict === 'aborted') {
    body.push(
      `      <error type="${check.verdict}" message="${message}">${xml(wrong.join('\n') || check.summary)}</error>`,
    );
  }
  body.push(`      <system-out>${xml(detail.join('\n'))}</system-out>`);
  return [head, ...body, '    </testcase>'];
}

const figureLine = (figure: FigureFile): string => `${VERDICT_TEXT[figure.verdict]}: ${figureText(figure)}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no way to write most control characters, and devices do put them into their names. */
const xml = (text: string): string =>
  [...text]
    .filter((c) => c >= ' ' || c === '\n' || c === '\t')
    .filter((c) => c !== '\ufffe' && c !== '\uffff' && !/[\ud800-\udfff]/.test(c.length === 1 ? c : ''))
    .join('')
    .replace(/[&<>"']/g, (c) => ENTITIES[c]!);
