/** HTML from templates in which everything is escaped unless it is HTML already. */

export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type HtmlValue = Html | string | number | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const textOf = (value: HtmlValue): string => {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escapeHtml(String(value));
};

/** html`<td>${anything}</td>`: values are escaped, nested templates are not, arrays are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((out, part, i) => out + (i === 0 ? '' : textOf(values[i - 1] ?? '')) + part, ''));
}

export const NOTHING = new Html('');

/** The template if the condition holds. */
export const when = (condition: boolean, make: () => Html): Html => (condition ? make() : NOTHING);
