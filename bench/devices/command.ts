/** `wijktwin profile`: which products the bench knows, whether a new profile holds, and the schema for editors. */
import type { Command } from 'commander';

export function addProfileCommand(program: Command): void {
  const profile = program.command('profile').description('list, check and describe device profiles');
  profile
    .command('list')
    .description('the products that the bench knows')
    .option('--profiles <folder>', 'also those of a folder of your own')
    .option('--json', 'for machines', false)
    .addHelpText('after', '\nExample:\n  wijktwin profile list --profiles ./products')
    .action(list);
  profile
    .command('check <file...>')
    .description('hold profiles against the schema and against themselves; every problem comes at once')
    .addHelpText(
      'after',
      '\nExit code 0: all hold; 1: something is wrong.\n\nExample:\n  wijktwin profile check products/my-inverter.yaml',
    )
    .action(check);
  profile
    .command('schema')
    .description('print the JSON Schema of device profiles')
    .addHelpText('after', '\nExample:\n  wijktwin profile schema > profile.schema.json')
    .action(async () => {
      const { profileJsonSchema } = await import('./profile.js');
      process.stdout.write(profileJsonSchema());
    });
}

async function list({ profiles: folder, json }: { profiles?: string; json: boolean }): Promise<void> {
  const [{ readProfilesWith }, { badInput }] = await Promise.all([import('./profile.js'), import('../../errors.js')]);
  const read = readProfilesWith(folder);
  if (!read.ok) throw badInput(read.problems);
  const all = [...read.value.values()];
  if (json) {
    process.stdout.write(`${JSON.stringify(all)}\n`);
    return;
  }
  const width = Math.max(...all.map(({ profile }) => profile.length));
  for (const { profile, lease, title, protocols } of all) {
    process.stdout.write(`${profile.padEnd(width)}  ${lease.padEnd(8)}  ${title}; ${protocols.join(', ')}\n`);
  }
}

async function check(files: readonly string[]): Promise<void> {
  const [{ parseProfile }, { badInput }, { readText, YAML_BYTES_MAX }] = await Promise.all([
    import('./profile.js'),
    import('../../errors.js'),
    import('../../problems.js'),
  ]);
  const problems = [];
  const good: string[] = [];
  for (const file of files) {
    const text = readText(file, YAML_BYTES_MAX);
    const parsed = text.ok ? parseProfile(text.value, file) : text;
    if (parsed.ok) good.push(`${file}: ${parsed.value.profile}, ${parsed.value.title}`);
    else problems.push(...parsed.problems);
  }
  for (const line of good) process.stdout.write(`${line}\n`);
  if (problems.length > 0) throw badInput(problems);
}
