/** What a check, and the run as a whole, may say: the order in which the worst one wins. */

/**
 * From best to worst. `not-set`: nothing was judged (the check does not apply, or did not run). `inconclusive`: neither
 * shown nor refuted, such as a margin within the uncertainty of the instrument. `error`: the bench failed, not the device.
 */
export const VERDICTS = ['not-set', 'pass', 'inconclusive', 'fail', 'aborted', 'error'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const worstOf = (verdicts: Iterable<Verdict>): Verdict => {
  let worst = 0;
  for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
  return VERDICTS[worst]!;
};

/** As `wijktwin run`. A run that was aborted, or in which nothing was judged, proves nothing and is no pass. */
export const EXIT_CODES: Readonly<Record<Verdict, number>> = {
  pass: 0,
  fail: 1,
  error: 2,
  aborted: 2,
  inconclusive: 3,
  'not-set': 3,
};

export const VERDICT_TEXT: Readonly<Record<Verdict, string>> = {
  'not-set': 'Not set',
  pass: 'Pass',
  inconclusive: 'Inconclusive',
  fail: 'Fail',
  aborted: 'Aborted',
  error: 'Error',
};
