import type { ProgramWords, Values } from './words';

/**
 * The script for bash 3.2 and newer. It works without the package bash-completion. What it does not know is completed as the name of a file.
 */
export function bashScript({ name, options, commands }: ProgramWords): string {
  const flags = (all: ProgramWords['options']): string => all.flatMap(({ long, short }) => [long, ...short === undefined ? [] : [short]]).join(' ');
  const values = commands.flatMap(({ name: command, options: own }) => own.flatMap(({ long, short, value }) =>
    value === undefined ? [] : [`    ${[long, ...short === undefined ? [] : [short]].map((flag) => `'${command} ${flag}'`).join('|')}) ${wordsCode(value)}; return ;;`]));
  return `# Completes ${name} in bash: source <(${name} completion bash)
_cdk8s_pods() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= words= i
  # bash takes --format=text for three words.
  if [ "$cur" = = ]; then
    cur=
  elif [ "$prev" = = ]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${values.join('\n')}
  esac
  case $cur in
    -*)
      case $command in
        '') words='${flags(options)}' ;;
${commands.map((one) => `        ${one.name}) words='${flags(one.options)}' ;;`).join('\n')}
      esac
      COMPREPLY=($(compgen -W "$words" -- "$cur"))
      return ;;
  esac
  case $command in
    '') COMPREPLY=($(compgen -W '${commands.map((one) => one.name).join(' ')}' -- "$cur")) ;;
${commands.map((one) => `    ${one.name}) ${one.argument === undefined ? ':' : wordsCode(one.argument)} ;;`).join('\n')}
  esac
}
complete -o default -F _cdk8s_pods ${name}
`;
}

/** Without words, bash completes names of files. */
function wordsCode(values: Values): string {
  const from = (words: string): string => `COMPREPLY=($(compgen -W "${words}" -- "$cur"))`;
  switch (values) {
    case 'files':
    case 'anything':
      return ':';
    case 'codes':
      return from('$("${COMP_WORDS[0]}" list --codes 2> /dev/null)');
    case 'refs':
      return from("$(git for-each-ref --format='%(refname:short)' 2> /dev/null)");
    default:
      return from(values.words.join(' '));
  }
}
