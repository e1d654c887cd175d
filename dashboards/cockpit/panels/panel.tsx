import type { ComponentChildren } from 'preact';

interface Props {
  readonly name: string;
  readonly title: string;
  /** Short facts beside the title. */
  readonly aside?: ComponentChildren;
  /** Why what it shows is old; the panel greys its numbers. */
  readonly stale?: string | undefined;
  readonly children: ComponentChildren;
}

/** A box of the cockpit. `name` places it in the grid and is its test id. */
export function Panel({ name, title, aside, stale, children }: Props) {
  return (
    <section class={`panel area-${name} ${stale ? 'stale' : ''}`} data-testid={`panel-${name}`} aria-label={title}>
      <header class="panel-head">
        <h2>{title}</h2>
        <div class="panel-aside">{aside}</div>
      </header>
      <div class="panel-body">{children}</div>
    </section>
  );
}
