/** `wijktwin wijk`: generate an example, describe a wijk, print the schema. */
import type { Command } from 'commander';
import type { DesignFlags } from './generator/design.js';

interface DescribeOptions {
  readonly budget: boolean;
  readonly start: string;
  readonly hours: string;
  readonly tick: string;
  readonly strategy: string;
  readonly limitKw: string;
  readonly stressWeek?: string;
  readonly knmiDaily?: string;
  readonly json: boolean;
  readonly drawing?: string;
  readonly colour: string;
}

export function addWijkCommand(program: Command): void {
  const wijk = program.command('wijk').description('make, check and describe wijk files');

  wijk
    .command('generate [name]')
    .description('write a wijk and its grid: a ready-made one by name, or one by its figures')
    .option('--homes <number>', 'number of homes')
    .option('--kinds <shares>', 'kinds of homes and their shares, such as appartement=0.6,rijwoning=0.4')
    .option('--heat <kind>', 'collective, individual-air, individual-ground or none')
    .option('--ev <share>', 'homes with a car that charges, 0 to 1')
    .option('--pv <share>', 'homes with a roof with PV, 0 to 1')
    .option('--battery <share>', 'homes with a battery, 0 to 1')
    .option('--wijk-batteries <number>', 'batteries of the wijk, each of 200 kWh and 100 kW on a cable of its own')
    .option('--charging <kind>', 'direct or netbewust')
    .option('--amenities <counts>', 'such as school=2,supermarket,shop=5')
    .option('--limit-kw <number>', 'group limit instead of the design number per home')
    .option('--seed <number>', 'another seed gives other homes')
    .option('--name <name>', 'name of the wijk and of its files')
    .option('--output <folder>', 'folder to write to; made if it is not there', '.')
    .addHelpText(
      'after',
      `
Without a name there are 100 homes; figures that are not given are those of the name, or usual ones. Ready-made: straat-24,
merwede-blok, ijsselstein-560, merwede-4225. The same figures and seed give the same bytes.

Example:
  wijktwin wijk generate --homes 560 --heat collective --ev 0.6 --pv 0.4 --seed 7 --output my-wijk
  wijktwin wijk generate straat-24 --ev 1 --output /tmp/straat`,
    )
    .action(generate);

  wijk
    .command('describe <wijk>')
    .description('check a wijk (an example by name, or a file) and say what is in it')
    .option('--budget', 'also run it flat out and print the highest quarter-hour means per kind of asset', false)
    .option('--start <instant>', 'start of the budget run', '2012-02-03T16:00:00+01:00')
    .option('--hours <number>', 'length of the budget run', '6')
    .option('--tick <seconds>', 'tick of the budget run', '1')
    .option('--strategy <name>', 'strategy of the budget run', 'passive')
    .option('--limit-kw <number>', "group limit instead of the wijk file's; 0 is the file's", '0')
    .option('--stress-week <name>', "weather instead of the wijk's own")
    .option('--knmi-daily <file>', "weather instead of the wijk's own: a KNMI file, daily or hourly")
    .option('--drawing <file>', 'also draw its grid as an SVG file')
    .option('--colour <what>', 'colour of homes in the drawing: phase, or load for their annual energy', 'phase')
    .option('--json', 'for machines', false)
    .addHelpText(
      'after',
      '\nExample:\n  wijktwin wijk describe merwede-4225 --drawing merwede.svg\n  wijktwin wijk describe merwede-blok --budget',
    )
    .action(describe);

  wijk
    .command('schema')
    .description('print the JSON Schema of wijk files')
    .addHelpText('after', '\nExample:\n  wijktwin wijk schema > wijk.schema.json')
    .action(async () => {
      const { wijkJsonSchema } = await import('./schema.js');
      process.stdout.write(wijkJsonSchema());
    });
}

async function generate(name: string | undefined, options: DesignFlags & { readonly output: string }): Promise<void> {
  const [{ generatedWijk }, { badInput }, { mkdirSync, writeFileSync }, { join }] = await Promise.all([
    import('./generator/examples.js'),
    import('../../errors.js'),
    import('node:fs'),
    import('node:path'),
  ]);
  const { output, ...flags } = options;
  const files = generatedWijk(name, flags);
  if (!files.ok) throw badInput(files.problems);
  mkdirSync(output, { recursive: true });
  for (const file of files.value) {
    const path = join(output, file.name);
    writeFileSync(path, file.text);
    process.stdout.write(`${path}\n`);
  }
}

async function describe(nameOrPath: string, options: DescribeOptions): Promise<void> {
  const [{ badInput, formatProblem }, { loadWijk }, { describeWijk, descriptionLines }, { budgetLines, powerBudget }] =
    await Promise.all([import('../../errors.js'), import('./load.js'), import('./describe.js'), import('./budget.js')]);
  const { COLOURINGS, svgDrawing } = await import('./drawing-svg.js');
  const colouring = COLOURINGS.find((one) => one === options.colour);
  const loaded = loadWijk(nameOrPath);
  if (!loaded.ok || colouring === undefined) {
    const rule = `must be ${COLOURINGS.join(' or ')}`;
    const ofFlags = colouring ? [] : [{ file: '<command line>', path: '--colour', value: options.colour, rule }];
    throw badInput([...ofFlags, ...(loaded.ok ? [] : loaded.problems)]);
  }
  for (const warning of loaded.value.warnings) process.stderr.write(`warning: ${formatProblem(warning)}\n`);
  const description = describeWijk(loaded.value);
  if (options.drawing !== undefined) {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(options.drawing, svgDrawing(loaded.value, colouring));
  }
  if (!options.budget) {
    process.stdout.write(
      options.json ? `${JSON.stringify(description)}\n` : `${descriptionLines(description).join('\n')}\n`,
    );
    return;
  }
  const startMs = Date.parse(options.start);
  if (Number.isNaN(startMs)) {
    const rule = 'must be an instant such as 2012-02-03T16:00:00+01:00';
    throw badInput([{ file: '<command line>', path: '--start', value: options.start, rule }]);
  }
  const budget = powerBudget(loaded.value, {
    startUs: startMs * 1000,
    durationS: Number(options.hours) * 3600,
    tickS: Number(options.tick),
    seed: 1,
    strategy: { name: options.strategy, options: {} },
    groupLimitW: Number(options.limitKw) * 1000,
    weather: {
      ...(options.stressWeek === undefined ? {} : { stressWeek: options.stressWeek }),
      ...(options.knmiDaily === undefined ? {} : { knmiDailyFile: options.knmiDaily }),
    },
  });
  if (!budget.ok) throw badInput(budget.problems);
  if (options.json) process.stdout.write(`${JSON.stringify({ ...description, budget: budget.value })}\n`);
  else process.stdout.write(`${[...descriptionLines(description), ...budgetLines(budget.value)].join('\n')}\n`);
}
