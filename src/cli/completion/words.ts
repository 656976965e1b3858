// What can be completed, read from the commands themselves: nothing is listed twice.
import type { Argument, Command, Option } from 'commander';
import { IMPACTS } from '../../diff/impacts';
import { KINDS } from '../../k8s/kinds';
import { DIFF_FORMAT_NAMES } from '../../report/diff/format-names';
import { FORMAT_NAMES } from '../../report/formats';
import { repeats } from '../options';

/** What a value can be: one of some words, the name of a file, a code of a finding, a branch or tag of git, or anything. */
export type Values = { readonly words: readonly string[] } | 'files' | 'codes' | 'refs' | 'anything';

/** An option of a command. */
export interface OptionWords {
  /** `--format`, and `-f` where there is one. */
  readonly long: string;
  readonly short?: string;
  readonly help: string;
  /** What follows it; unset for one without a value. */
  readonly value?: Values;
  readonly repeats: boolean;
}

/** A command of the program. */
export interface CommandWords {
  readonly name: string;
  readonly help: string;
  readonly options: readonly OptionWords[];
  /** What its arguments are; unset when it has none. */
  readonly argument?: Values;
}

/** The program. */
export interface ProgramWords {
  readonly name: string;
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}

/** What a value is, by the name that the help has for it: `<file>`. */
const BY_NAME: { readonly [name: string]: Values } = {
  'what=reason': 'codes',
  'code': 'codes',
  'start': 'codes',
  'ref': 'refs',
  'number': 'anything',
  'id': 'anything',
  'kind': { words: Object.keys(KINDS).sort() },
  'name[=file]': { words: FORMAT_NAMES },
  'format[=file]': { words: DIFF_FORMAT_NAMES },
  'impacts': { words: ['none', 'warning', ...IMPACTS.filter((impact) => impact !== 'none')] },
  'name': 'anything',
};

/** The words of a program and its commands. */
export function wordsOf(program: Command): ProgramWords {
  const help: OptionWords = { long: '--help', short: '-h', help: 'print this help', repeats: false };
  const commands = program.commands.map((command): CommandWords => ({
    name: command.name(),
    help: command.summary(),
    options: [...command.options.map(optionWords), help],
    ...argumentOf(command.registeredArguments),
  }));
  const names = { words: commands.map(({ name }) => name) };
  return {
    name: program.name(),
    options: [...program.options.map(optionWords), help],
    commands: [...commands, { name: 'help', help: 'print the help of a command', options: [], argument: names }],
  };
}

function optionWords(option: Option): OptionWords {
  const { long, short, description, required, optional, argChoices, flags } = option;
  const name = flags.slice(flags.lastIndexOf(' ') + 1).slice(1, -1);
  return {
    long: long!,
    ...short === undefined ? {} : { short },
    help: description,
    ...required || optional ? { value: valuesOf(argChoices, name) } : {},
    repeats: repeats(option),
  };
}

function argumentOf([first]: readonly Argument[]): { argument?: Values } {
  return first === undefined ? {} : { argument: valuesOf(first.argChoices, first.name()) };
}

function valuesOf(choices: readonly string[] | undefined, name: string): Values {
  return choices !== undefined ? { words: choices } : Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : 'files';
}
