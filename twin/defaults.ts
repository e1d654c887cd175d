/** Defaults of the twin's command line, as a person would type them. Ranges: config.ts. */
export const TWIN_DEFAULTS = {
  listen: '127.0.0.1:50051',
  duration: '0s',
  tick: '1s',
  seed: '1',
  strategy: 'passive',
  speed: '1',
  logLevel: 'info',
} as const;
