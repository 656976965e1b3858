import type * as k8s from '../k8s';
import type { Loose } from '../objects/loose';

/** Of a longer command only the beginning is read. */
const MOST_CHARACTERS = 10_000;
const MOST_WORDS = 1000;
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);
/** What may stand before the name of a command. */
const BEFORE = new Set(['do', 'then', 'else', '{', '(', 'exec', 'nohup', 'time']);
const BRANCHES = new Set(['while', 'until', 'for', 'if', 'case']);
const UNITS: ReadonlyMap<string, number> = new Map([['', 1], ['s', 1], ['m', 60], ['h', 3600], ['d', 86_400]]);

/** The simple commands of a container or hook, as words: of a shell's script, each that runs in the foreground. */
function commandsOf(words: readonly string[]): string[][] {
  const [first = '', ...rest] = words.slice(0, MOST_WORDS);
  const shell = SHELLS.has(first.split('/').pop()!);
  const option = shell ? rest.findIndex((word) => /^-[a-z]{0,8}c$/.test(word)) : -1;
  if (option < 0) {
    return [[first, ...rest]];
  }
  const parts = (rest[option + 1] ?? '').slice(0, MOST_CHARACTERS).split(/(&&|\|\||[;&|\n])/);
  const commands: string[][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const command = parts[i].split(/\s/).filter((word) => word !== '');
    while (command.length > 0 && BEFORE.has(command[0])) {
      command.shift();
    }
    if (command.length > 0 && parts[i + 1] !== '&') {
      commands.push(command);
    }
  }
  return commands;
}

/** The part of a container's command that never exits; undefined if there is no sign of one. */
export function endlessPart({ command, args }: Pick<Loose<k8s.Container>, 'command' | 'args'>): string | undefined {
  const commands = commandsOf([...command ?? [], ...args ?? []].map(String));
  const leaves = commands.some((words) => words.includes('break') || words.includes('exit') || words[0] === 'timeout');
  return leaves ? undefined : commands.find(isEndless)?.join(' ');
}

function isEndless([name, ...args]: readonly string[]): boolean {
  switch (name.split('/').pop()) {
    case 'tail':
      return args.some((arg) => arg === '--follow' || arg.startsWith('--follow=') || /^-[a-zA-Z0-9]{0,8}[fF][a-zA-Z0-9]{0,8}$/.test(arg));
    case 'sleep':
      return args.includes('infinity') || args.includes('inf');
    case 'while':
      return args[0] === 'true' || args[0] === ':' || args[0] === '1';
    case 'until':
      return args[0] === 'false';
    default:
      return false;
  }
}

/** How long a hook's command sleeps, in milliseconds: the sum of its sleeps. Undefined where that depends on something. */
export function sleepOf(command: readonly string[]): number | undefined {
  const commands = commandsOf(command.map(String));
  if (commands.some(([name]) => BRANCHES.has(name))) {
    return undefined;
  }
  const seconds = commands.filter(([name]) => name.split('/').pop() === 'sleep').map((words) => words.slice(1).reduce((sum, word) => sum + secondsOf(word), 0));
  const total = seconds.reduce((sum, each) => sum + each, 0);
  return seconds.length === 0 || !Number.isFinite(total) ? undefined : total * 1000;
}

function secondsOf(word: string): number {
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,9})?)([smhd]?)$/.exec(word) ?? [];
  return number === undefined ? NaN : Number(number) * UNITS.get(unit)!;
}
