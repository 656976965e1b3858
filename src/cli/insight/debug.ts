import { review } from '../../admission';
import { dns1123Label, dns1123Subdomain } from '../../admission/formats/names';
import { findingText } from '../../report/text';
import { writeText } from '../output';
import { UsageError } from '../usage-error';

/** The options as the argument parser gives them. */
export interface DebugArguments {
  readonly namespace?: string;
  readonly container: string;
  readonly image: string;
  readonly target?: string;
  readonly command?: string[];
  readonly output?: string;
}

/** Prints the patch and the lines that apply it. Returns the exit code. */
export function debug(pod: string, { namespace, container, image, target, command, output }: DebugArguments): number {
  check('pod', pod, dns1123Subdomain);
  check('container', container, dns1123Label);
  if (namespace !== undefined) {
    check('namespace', namespace, dns1123Label);
  }
  if (target !== undefined) {
    check('target', target, dns1123Label);
  }
  // An app container is reviewed in its place: name, image and command have the same rules.
  const { findings } = review({ apiVersion: 'v1', kind: 'Pod', metadata: { name: pod }, spec: { containers: [{ name: container, image, command }] } });
  const wrong = findings.filter(({ severity, at }) => severity !== 'warning' && at.startsWith('spec.containers'));
  if (wrong.length > 0) {
    throw new UsageError(wrong.map((finding) => findingText(finding)).join('\n'));
  }
  const patch = {
    spec: {
      ephemeralContainers: [{
        name: container,
        image,
        ...command !== undefined && { command },
        stdin: true,
        tty: true,
        ...target !== undefined && { targetContainerName: target },
      }],
    },
  };
  const where = namespace === undefined ? '' : ` -n ${namespace}`;
  const how = output === undefined ? `-p ${quoted(JSON.stringify(patch))}` : `--patch-file=${quoted(output)}`;
  const lines = [`kubectl patch pod ${pod}${where} --subresource=ephemeralcontainers ${how}`, `kubectl attach -it ${pod}${where} -c ${container}`];
  const text = `${JSON.stringify(patch, undefined, 2)}\n`;
  writeText(output === undefined ? `${text}\n` : text, output);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function check(what: string, name: string, rule: (name: string) => string | undefined): void {
  const problem = rule(name);
  if (problem !== undefined) {
    throw new UsageError(`the ${what} '${name.slice(0, 80)}' ${problem}`);
  }
}

/** One word for a shell. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
