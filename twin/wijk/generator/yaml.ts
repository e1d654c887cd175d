/** Rows of the tables under `types`, written so that a person can read and change them: one line per appliance. */
import { Document, isMap, isSeq, visit } from 'yaml';

/** `name: {…}` of a table under `types`, indented by four. */
export function typeRow(name: string, row: object): string {
  const document = new Document({ [name]: row });
  visit(document, {
    Collection(_, node, path) {
      // The row itself and its lists of maps are blocks; everything within a line.
      const depth = path.filter((parent) => isMap(parent) || isSeq(parent)).length;
      const list = isSeq(node) && node.items.some(isMap) && depth === 2;
      if (depth >= 2 && !list) node.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');
}
