/** `wijktwin report RUN`: makes the report of a finished run again from its verdict. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';

export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('make report.html of a finished run again, from the verdict.json in its folder')
    .argument('<run>', 'folder of the run, or its id under runs/')
    .option('--output <file>', 'where to write the report (default: report.html in the folder of the run)')
    .addHelpText('after', '\nExample:\n  wijktwin report runs/20260203T150000-merwede-evening')
    .action(async (run: string, options: { output?: string }) => {
      const { writeFileSync } = await import('node:fs');
      const { join } = await import('node:path');
      const { WijkError } = await import('../../errors.js');
      const { readVerdict, REPORT_FILE, VERDICT_FILE } = await import('./verdict.js');
      const { renderReport } = await import('./reports/report.js');
      const folder = [run, join('runs', run)].find((candidate) => existsSync(join(candidate, VERDICT_FILE)));
      if (folder === undefined) {
        throw new WijkError('NOT_FOUND', `${run} is no run: there is no ${VERDICT_FILE} in it or in runs/${run}`);
      }
      const file = options.output ?? join(folder, REPORT_FILE);
      writeFileSync(file, renderReport(readVerdict(folder)));
      process.stdout.write(`${file}\n`);
    });
}
