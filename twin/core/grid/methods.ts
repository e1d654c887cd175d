/**
 * `linear` takes every load as a constant impedance. `newton-raphson` solves the same equations as `iterative-current` and
 * also near collapse.
 */
export const METHODS = ['iterative-current', 'newton-raphson', 'linear'] as const;
export type Method = (typeof METHODS)[number];
