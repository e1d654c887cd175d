/** `wijktwin weather`: the stress weeks, and years that have never been. */
import type { Command } from 'commander';

export function addWeatherCommand(program: Command): void {
  const weather = program.command('weather').description('stress weeks, and generated years of weather');

  weather
    .command('weeks')
    .description('list the stress weeks that every command with --stress-week knows')
    .option('--json', 'for machines', false)
    .addHelpText('after', '\nExample:\n  wijktwin weather weeks')
    .action(weeks);

  weather
    .command('generate')
    .description("write years of weather true to De Bilt's months, in the format of a KNMI daily file")
    .requiredOption('--output <file>', 'file to write; every --knmi takes it')
    .option('--from <year>', 'first year', '2001')
    .option('--years <number>', 'number of years', '20')
    .option('--seed <number>', 'another seed is another weather', '1')
    .addHelpText(
      'after',
      '\nYears come in blocks of twenty (2001-2020, …), over which every month has the mean of De Bilt.\n\nExample:\n  wijktwin weather generate --years 1 --seed 7 --output year.txt',
    )
    .action(generate);
}

async function weeks({ json }: { json: boolean }): Promise<void> {
  const [{ STRESS_WEEKS }, { dateOf }] = await Promise.all([
    import('../../core/weather/stress-weeks.js'),
    import('./series.js'),
  ]);
  const rows = STRESS_WEEKS.map(({ name, aliases, meaning, days }) => ({
    name,
    aliases,
    from: dateOf(days[0]!.day),
    until: dateOf(days.at(-1)!.day),
    meaning,
  }));
  if (json) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  for (const row of rows) {
    process.stdout.write(
      `${row.name.padEnd(14)} ${row.from} to ${row.until}  ${row.meaning} (also: ${row.aliases.join(', ')})\n`,
    );
  }
}

async function generate(options: { output: string; from: string; years: string; seed: string }): Promise<void> {
  const [{ badInput }, { generateRows }, { daysFromCivil }, { writeFileSync }, { knmiDailyText }] = await Promise.all([
    import('../../../errors.js'),
    import('../../core/weather/generate.js'),
    import('../../core/base/civil.js'),
    import('node:fs'),
    import('./knmi-writer.js'),
  ]);
  const problems: { file: string; path: string; value: string; rule: string }[] = [];
  const whole = (path: string, value: string, low: number, high: number): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < low || number > high) {
      problems.push({ file: '<command line>', path, value, rule: `must be a whole number from ${low} to ${high}` });
    }
    return number;
  };
  const from = whole('--from', options.from, 1970, 2099);
  const years = whole('--years', options.years, 1, 100);
  const seed = whole('--seed', options.seed, 0, 0xffffffff);
  if (problems.length > 0) throw badInput(problems);
  const first = daysFromCivil(from, 1, 1);
  const rows = generateRows(seed, first, daysFromCivil(from + years, 1, 1) - first);
  try {
    writeFileSync(options.output, knmiDailyText(rows, seed));
  } catch (error) {
    const rule = `cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    throw badInput([{ file: '<command line>', path: '--output', value: options.output, rule }]);
  }
  process.stdout.write(`${options.output}: ${rows.length} days from ${from} to ${from + years - 1}, seed ${seed}\n`);
}
