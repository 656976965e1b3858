import type { OptionWords, ProgramWords, Values } from './words';

/** The script for zsh, to be sourced after compinit or kept as a file \`_cdk8s-pods\` in a folder of fpath. */
export function zshScript({ name, options, commands }: ProgramWords): string {
  return `#compdef ${name}
# Completes ${name} in zsh: source <(${name} completion zsh), after compinit
_cdk8s_pods_codes() {
  local -a codes
  codes=(\${(f)"$($_cdk8s_pods_program list --codes 2> /dev/null)"})
  compadd -a codes
}
_cdk8s_pods_refs() {
  local -a refs
  refs=(\${(f)"$(git for-each-ref --format='%(refname:short)' 2> /dev/null)"})
  compadd -a refs
}
_cdk8s_pods() {
  local context state state_descr line _cdk8s_pods_program=$words[1]
  typeset -A opt_args
  local -a commands
  _arguments -C \\
${options.map((option) => `    ${optionCode(option)} \\\n`).join('')}    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command)
      commands=(
${commands.map((one) => `        ${quoted(`${one.name}:${one.help}`)}`).join('\n')}
      )
      _describe command commands ;;
    argument)
      case $words[1] in
${commands.map((one) => `        ${one.name})
          _arguments ${[...one.options.map(optionCode), ...one.argument === undefined ? [] : [quoted(`*:${argumentName(one.argument)}:${valuesCode(one.argument)}`)]]
            .join(' \\\n            ')} ;;`).join('\n')}
      esac ;;
  esac
}
if [ "$funcstack[1]" = _cdk8s_pods ]; then
  _cdk8s_pods "$@"
else
  compdef _cdk8s_pods ${name}
fi
`;
}

function optionCode({ long, short, help, value, repeats }: OptionWords): string {
  const text = `[${help.replace(/[[\]\\:]/g, '\\$&')}]`;
  const takes = value === undefined ? '' : `:${argumentName(value)}:${valuesCode(value)}`;
  const one = (flag: string): string => quoted(`${repeats ? '*' : short === undefined ? '' : `(${short} ${long})`}${flag}${value !== undefined && flag === long ? '=' : ''}${text}${takes}`);
  return [...short === undefined ? [] : [one(short)], one(long)].join(' ');
}

function argumentName(value: Values): string {
  return typeof value === 'string' ? { files: 'file', codes: 'code', refs: 'commit', anything: 'value' }[value] : 'value';
}

function valuesCode(value: Values): string {
  switch (value) {
    case 'files': return '_files';
    case 'codes': return '_cdk8s_pods_codes';
    case 'refs': return '_cdk8s_pods_refs';
    case 'anything': return ' ';
    default: return `(${value.words.join(' ')})`;
  }
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, '\'\\\'\'')}'`;
}
