import { Command, InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES, FORMATS } from '../../report/formats';
import type { CheckArguments } from '../check/command';
import { collect, collectList, podSecurityOption, versionOption } from '../options';


const MOST_THREADS = 256;

function threads(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MOST_THREADS) {
    throw new InvalidArgumentError(`It must be a number from 1 to ${MOST_THREADS}.`);
  }
  return number;
}

/** The command `check`, with its options and its help. */
export function addCheck(program: Command, done: (code: number) => void): void {
  program.command('check')
    .summary('review manifests as the API server would')
    .showHelpAfterError('(cdk8s-pods check --help shows the options)')
    .description('Reviews every manifest in files and folders as the API server would: same decision, same fields.')
    .argument('[what...]', 'files, folders (all *.yaml, *.yml and *.json in them), globs, or - for the standard input')
    .addOption(versionOption('the Kubernetes minor to check against'))
    .addOption(podSecurityOption())
    .option('-w, --warnings-as-errors', 'also fail on what the server accepts with a warning')
    .option('-a, --advice', 'also give advice: what the server accepts but that is likely a mistake; advice never fails the check')
    .option('--static', 'the files are for a kubelet\'s manifest folder: static pods, which run without the API server')
    .option('-i, --ignore <what=reason>', 'leave out findings: type or code, @field to limit it to a field (* matches anything), and a reason; can be repeated', collect)
    .option('-x, --exclude <glob>', 'leave out files; can be repeated', collect)
    .option('--skip <kind>', 'skip objects of a kind: Secret, or apps/v1/Deployment; can be repeated, or separated by commas', collectList)
    .option('--cluster <file>', 'decide as the cluster whose facts are in this file: quotas, limits, classes, accounts, namespaces (see: cdk8s-pods facts)')
    .option('--require-reviewed', 'fail on objects of kinds that are not reviewed')
    .option('--together', 'all files are one app: also report what does not fit between their objects')
    .option('--severity <code=level>', 'how a finding of --together weighs: links/CODE=error, warning, advice or off; can be repeated', collect)
    .option('--since <ref>', 'report only findings on lines that have changed since a commit, branch or tag of git')
    .option('-b, --baseline <file>', 'leave out the findings in this file: fail only on new ones')
    .addOption(new Option('--write-baseline <file>', 'write all findings to this file instead of printing a report').conflicts(['baseline', 'since']))
    .option('--helm <chart>', 'render the chart with your own helm, and check the result; can be repeated', collect)
    .option('--values <file>', 'a file of values for --helm; can be repeated', collect)
    .option('--set <name=value>', 'a value for --helm, as NAME=VALUE; can be repeated', collect)
    .option('--kustomize <dir>', 'build with your own kubectl kustomize, and check the result; can be repeated', collect)
    .option('--manifests-only', 'skip files that are not manifests (templates, patches, values, …) even when they are named')
    .option('--strict-files', 'a file that is not a manifest is an error in a folder too, as it is when named')
    .option('-c, --config <file>', 'settings from this file (default: cdk8s-pods.config.json or .yaml in the working directory)')
    .option('--no-config', 'no settings from a file')
    .option('-f, --format <name[=file]>', `${FORMAT_NAMES.join(', ')}; with a file to write to, can be repeated (default: text)`, collect)
    .option('-o, --output <file>', 'write the report to a file')
    .option('-j, --jobs <number>', 'number of threads (default: depends on the number of files)', threads)
    .option('-q, --quiet', 'no summary and no progress: only findings')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
Formats:
${FORMAT_NAMES.map((name) => `  ${name.padEnd(10)}${FORMATS[name].help}`).join('\n')}

Exit code: 0 no errors, 1 errors were found, 2 wrong use or a file that cannot be read.

Examples:
  $ cdk8s-pods check pod.yaml k8s/ 'charts/**/*.yaml'
  $ cdk8s-pods check --helm charts/web --values prod.yaml
  $ cdk8s-pods check --kustomize overlays/prod
  $ kubectl get pods -o yaml | cdk8s-pods check -
  $ cdk8s-pods check k8s/ --kubernetes-version 1.34 --pod-security restricted
  $ cdk8s-pods check k8s/ --ignore 'pod-security/hostPathVolumes@spec.*=the agent reads the host'
  $ cdk8s-pods check dist/ --format text --format sarif=check.sarif --format junit=check.xml
  $ cdk8s-pods check k8s/ --since origin/main --format line
  $ cdk8s-pods check k8s/ --write-baseline known.json   then: cdk8s-pods check k8s/ --baseline known.json
  $ cdk8s-pods check k8s/ --together --severity links/service-port=error
  $ cdk8s-pods facts > cluster.yaml             then: cdk8s-pods check k8s/ --cluster cluster.yaml
  $ cdk8s-pods check --static /etc/kubernetes/manifests

Settings in cdk8s-pods.config.json:
  {
    "files": ["k8s/"], "exclude": ["**/templates/**"],
    "kubernetesVersion": "1.35", "podSecurity": "baseline",
    "warningsAsErrors": true, "advice": false, "static": false,
    "skip": ["Secret"], "requireReviewed": true, "baseline": "known.json", "cluster": "cluster.yaml",
    "ignore": [{ "code": "pod-security/hostPathVolumes", "field": "spec.*", "file": "k8s/agent.yaml", "reason": "it reads the host" }]
  }`)
    .action(async (what: string[], options: Omit<CheckArguments, 'config'> & { config?: string | boolean }) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
      const { check } = require('../check/command') as typeof import('../check/command');
      done(await check(what, { ...options, config: options.config === true ? undefined : options.config }));
    });
}
