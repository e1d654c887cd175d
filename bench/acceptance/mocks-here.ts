/** What the command line knows of the mocks, and the bench does not: their code is no part of it. */

export interface MockOf {
  /** Name of the command `wijktwin mock NAME`. */
  readonly mock: string;
  /** Its clock can be turned faster. */
  readonly speeds: boolean;
  /** W; what it could do, if that does not follow from its setpoint alone: the sun on its panels. */
  readonly availableW?: number;
}

/** Which mock plays which shipped profile. */
export type MockTable = Readonly<Record<string, MockOf>>;

export interface MocksHere {
  readonly table: MockTable;
  /** Whether a program that makes ptys is here. */
  canPty(): Promise<boolean>;
}
