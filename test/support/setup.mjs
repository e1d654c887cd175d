#!/usr/bin/env node
/**
 * `npm run setup`: installs what the tests need beside Node: a browser, Python with its venv module, and a pty maker.
 * Where it may not install (not root, not Debian) it prints the exact line for a person and succeeds; the tests then
 * name what they skip. In CI a missing component is a failure, there and here.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian package → how to see that it is there. */
const WANTED = [
  { name: 'chromium', present: () => existsSync('/usr/bin/chromium') || existsSync('/usr/bin/chromium-browser') },
  { name: 'python3', present: () => runs('python3', ['--version']) },
  { name: 'python3-venv', present: () => runs('python3', ['-c', 'import venv, ensurepip']) },
  { name: 'socat', present: () => runs('socat', ['-V']) },
  { name: 'mbpoll', present: () => runs('mbpoll', ['-V']) },
];

function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

const missing = WANTED.filter((component) => !component.present()).map((component) => component.name);
if (missing.length === 0) {
  console.log('setup: everything the tests need is installed');
  process.exit(0);
}

const root = process.getuid?.() === 0;
const line = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
if (!root || !runs('apt-get', ['--version'])) {
  console.log(`setup: missing: ${missing.join(', ')}. On Debian or Ubuntu, run:\n  sudo sh -c '${line}'`);
  console.log('setup: without them the tests that need them say so and are skipped');
  process.exit(process.env.CI === 'true' ? 1 : 0);
}
console.log(`setup: ${line}`);
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env: environment });
execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], {
  stdio: 'inherit',
  env: environment,
});
const still = WANTED.filter((component) => !component.present()).map((component) => component.name);
if (still.length > 0) {
  console.error(`setup: installed, and still not found: ${still.join(', ')}`);
  process.exit(1);
}
