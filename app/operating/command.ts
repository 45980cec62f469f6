import { type ParseArgsConfig, parseArgs } from "node:util";
import { Mistake } from "~/platform/mistake";
import { type Operator, operator } from "~/policy/viewer.server";

/** What a command is given besides what was typed. */
export interface Terminal {
  /** Moment at which it was given, UTC. */
  now: string;
  /** The folder prisma/migrations of this program. */
  migrations: string;
  /** Says a line to whoever typed. */
  print(line: string): void;
  /** Says what is wrong, apart from what another program may read. */
  printError(line: string): void;
}

/** One of the operator's commands. */
export interface Command {
  /** What it does, in one line. */
  does: string;
  /** What may stand behind its name. */
  takes: string;
  /** It needs the database in this program's shape; without it, the command works on whatever is there. */
  migrates: boolean;
  /** @throws Mistake when it can't be done, in words for the operator */
  run(typed: string[], terminal: Terminal): Promise<void>;
}

/**
 * Reads `--name value` and `--flag`.
 * @throws Mistake for anything that the command does not take
 */
export function typedIn<const Options extends NonNullable<ParseArgsConfig["options"]>>(typed: string[], options: Options) {
  try {
    return parseArgs({ args: typed, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new Mistake(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

/** @throws Mistake when it was left out */
export function needed(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === "") throw new Mistake(`--${name} is missing.`);
  return value.trim();
}

/** A whole number from a command line. @throws Mistake when it is none */
export function whole(value: string | undefined, name: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(value)) throw new Mistake(`--${name} is not a whole number: ${value}`);
  return Number(value);
}

/** Whoever types here runs the machine. */
export function asOperator(terminal: Terminal): Operator {
  return operator(terminal.now);
}
