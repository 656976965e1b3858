import type { OptionWords, ProgramWords, Values } from './words';

/** The script for fish. */
export function fishScript({ name, options, commands }: ProgramWords): string {
  const complete = `complete -c ${name}`;
  const anywhere = '__fish_use_subcommand';
  const lines = [
    `# Completes ${name} in fish: ${name} completion fish > ~/.config/fish/completions/${name}.fish`,
    'function __cdk8s_pods_codes',
    '  set -l program (commandline -opc)[1]',
    '  $program list --codes 2> /dev/null',
    'end',
    `${complete} -n ${anywhere} -f`,
    ...options.map((option) => `${complete} -n ${anywhere} ${optionCode(option)}`),
    ...commands.flatMap(({ name: command, help, options: own, argument }) => {
      const within = `${complete} -n '__fish_seen_subcommand_from ${command}'`;
      const arg = argument === 'files' ? [] : [`${within} -f${argument === undefined ? '' : valuesCode(argument)}`];
      return [`${complete} -n ${anywhere} -a ${command} -d ${quoted(help)}`, ...arg, ...own.map((option) => `${within} ${optionCode(option)}`)];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function optionCode({ long, short, help, value }: OptionWords): string {
  const takes = value === undefined ? '' : value === 'files' ? ' -r -F' : ` -x${valuesCode(value)}`;
  return `${short === undefined ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}${takes} -d ${quoted(help)}`;
}

function valuesCode(value: Values): string {
  switch (value) {
    case 'files': case 'anything': return '';
    case 'codes': return " -a '(__cdk8s_pods_codes)'";
    case 'refs': return ` -a ${quoted('(git for-each-ref --format="%(refname:short)" 2> /dev/null)')}`;
    default: return ` -a ${quoted(value.words.join(' '))}`;
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
