/**
 * A button for what must not happen by accident: the first click arms it for five seconds, the second does it. Holding it
 * down for 0.8 s does it too. With a keyboard: Enter twice.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const ARMED_MS = 5_000;
const HOLD_MS = 800;

interface Props {
  readonly label: ComponentChildren;
  readonly armedLabel: string;
  readonly onConfirm: () => void;
  readonly testId: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly title?: string;
}

export function TwoStepButton({
  label,
  armedLabel,
  onConfirm,
  testId,
  className = '',
  disabled = false,
  title,
}: Props) {
  const [armed, setArmed] = useState(false);
  const hold = useRef<number | undefined>(undefined);
  const held = useRef(false);

  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [armed]);
  useEffect(() => () => clearTimeout(hold.current), []);

  const confirm = (): void => {
    setArmed(false);
    onConfirm();
  };
  const press = (): void => {
    held.current = false;
    hold.current = setTimeout(() => {
      held.current = true;
      confirm();
    }, HOLD_MS);
  };
  const release = (): void => clearTimeout(hold.current);
  const click = (event: MouseEvent): void => {
    // The click that ends a hold; clicks of a keyboard have no detail.
    if (held.current && event.detail > 0) held.current = false;
    else if (armed) confirm();
    else setArmed(true);
  };

  return (
    <button
      type="button"
      class={`${className} ${armed ? 'armed' : ''}`}
      data-testid={testId}
      disabled={disabled}
      title={title}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onClick={click}
    >
      <span aria-live="assertive">{armed ? armedLabel : label}</span>
    </button>
  );
}
