/** The part of a pino logger that the bench uses. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}

/** For tests and tools that print themselves. */
export const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
