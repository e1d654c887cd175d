/** A figure as one line, the same on the console, in JUnit and in the page. */
import { formatNumber, formatSigned } from '../../experiments/reports/format.js';
import type { FigureFile } from '../result-file.js';

const SENSE = { 'at most': '≤', 'at least': '≥', within: '±' } as const;

export const valueText = ({ value, unit }: FigureFile): string => `${formatNumber(value)} ${unit}`;

export const limitText = ({ sense, limit, unit }: FigureFile): string =>
  sense === 'reported' ? '–' : `${SENSE[sense]} ${formatNumber(limit)} ${unit}`;

export const marginText = ({ margin, unit }: FigureFile): string =>
  margin === null ? '–' : `${formatSigned(margin)} ${unit}`;

export const uncertaintyText = ({ uncertainty, unit }: FigureFile): string =>
  uncertainty > 0 ? `± ${formatNumber(uncertainty)} ${unit}` : '–';

/** `Step to charging: steady error = 4.2 W, limit ± 275 W, margin +270.8 W, uncertainty ± 55 W; meter m1` */
export function figureText(figure: FigureFile): string {
  const limit = figure.sense === 'reported' ? '' : `, limit ${limitText(figure)}, margin ${marginText(figure)}`;
  const uncertainty = figure.uncertainty > 0 ? `, uncertainty ${uncertaintyText(figure)}` : '';
  const more = figure.explanation === '' ? '' : `. ${figure.explanation}`;
  return `${figure.title} = ${valueText(figure)}${limit}${uncertainty}; ${figure.source}${more}`;
}
