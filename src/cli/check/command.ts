import { layoutOf } from './layout';
import { unusedNotes } from './notes';
import { Progress } from './progress';
import { checkFolders, RenderArguments } from './render';
import { changedTargets, withoutKnown } from './scope';
import { summaryOf } from './summary';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../../admission/version';
import { Baseline } from '../../check/baseline';
import { FileResult, unreadableFile } from '../../check/check-file';
import { CheckConfig, readConfig } from '../../check/config';
import { factNotes, readFactsFile } from '../../check/facts-file';
import { expand } from '../../check/files';
import { Ignore, parseIgnore } from '../../check/ignore';
import { isOfKind } from '../../check/kind-of';
import { checkAll } from '../../check/run';
import type { CheckSettings } from '../../check/settings';
import { Together } from '../../check/together';
import type { ClusterSession } from '../../cluster';
import { LINK_WEIGHTS } from '../../links/weights';
import { FORMAT_NAMES, FORMATS } from '../../report/formats';
import type { CheckReport } from '../../report/model';
import { plain } from '../../report/plain';
import { outputsOf, writeOutput } from '../output';
import { UsageError } from '../usage-error';
import { packageVersion } from '../version';

/** The options as the argument parser gives them. */
export interface CheckArguments extends RenderArguments {
  readonly kubernetesVersion?: KubernetesVersion;
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
  readonly warningsAsErrors?: boolean;
  readonly advice?: boolean;
  readonly static?: boolean;
  readonly ignore?: readonly string[];
  readonly exclude?: readonly string[];
  readonly skip?: readonly string[];
  readonly requireReviewed?: boolean;
  readonly together?: boolean;
  readonly severity?: readonly string[];
  readonly baseline?: string;
  readonly cluster?: string;
  readonly writeBaseline?: string;
  readonly since?: string;
  readonly jobs?: number;
  readonly manifestsOnly?: boolean;
  readonly strictFiles?: boolean;
  readonly config?: string | false;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly quiet?: boolean;
}

const UNREADABLE = 2;

/** Checks what is named and writes the report. Returns the exit code: 0 no errors, 1 errors, 2 something cannot be read or written. */
export async function check(names: readonly string[], args: CheckArguments): Promise<number> {
  const outputs = outputsOf(args, { names: FORMAT_NAMES, example: 'sarif=check.sarif' });
  if (args.together && args.since !== undefined) {
    throw new UsageError('--together and --since exclude each other: an app is all of its files');
  }
  if (args.strictFiles && args.manifestsOnly) {
    throw new UsageError('--strict-files and --manifests-only exclude each other');
  }
  const config: CheckConfig = args.config === false ? {} : readConfig(args.config);
  const own = (args.ignore ?? []).map(parseIgnore);
  const renders = args.helm !== undefined || args.kustomize !== undefined;
  const wanted = names.length > 0 || renders ? names : config.files ?? [];
  if (wanted.length === 0 && !renders) {
    throw new UsageError('name what to check: files, folders, globs, or - for the standard input');
  }
  const cluster = clusterOf(args, config);
  const settings = settingsOf(args, config, own, cluster?.session);
  const baseline = args.writeBaseline === undefined ? baselineOf(args, config) : undefined;
  const { targets, problems, unusedExcludes } = expand(wanted, [...args.exclude ?? [], ...config.exclude ?? []]);
  const scoped = args.since === undefined ? targets : changedTargets(targets, args.since);
  const progress = new Progress(scoped.length, process.stderr, !args.quiet);
  // What is named is meant to be a manifest, and what is found in a folder may be something else.
  const named = args.strictFiles ? true : args.manifestsOnly ? false : undefined;
  const all = named === undefined ? scoped : scoped.map((target) => ({ ...target, found: !named }));
  const isOneApp = args.together ?? config.together ?? false;
  const together = isOneApp ? new Together() : undefined;
  const read = await checkAll(all, settings, (done) => progress.tell(done), { threads: args.jobs, together });
  together?.finish(settings, problems.length === 0 && read.files.every(isWhole));
  const rendered = checkFolders(args, settings, isOneApp);
  const run = { files: [...read.files, ...rendered.files], used: new Set([...read.used, ...rendered.used]) };
  progress.end();
  const found = [...problems.map(({ file, message }) => unreadableFile(file, message)), ...run.files.flatMap((file) => file.results)];
  if (args.writeBaseline !== undefined) {
    const count = Baseline.write(args.writeBaseline, found);
    process.stdout.write(`${plain(args.writeBaseline)}: ${count} finding${count === 1 ? '' : 's'}\n`);
    return 0;
  }
  const { results, known } = baseline === undefined ? { results: found, known: 0 } : withoutKnown(found, baseline);
  const report: CheckReport = {
    results,
    summary: summaryOf(results, run.files, scoped.length + problems.length + rendered.count, known),
    version: packageVersion(),
    kubernetesVersion: settings.kubernetesVersion,
    warningsAsErrors: args.warningsAsErrors ?? config.warningsAsErrors ?? false,
  };
  // One that cannot be written does not lose the others.
  const failed = outputs.flatMap(({ format, file }) =>
    writeOutput((style) => FORMATS[format].write(report, layoutOf(style, args.quiet ?? false)), file) ?? []);
  failed.forEach((problem) => process.stderr.write(`error: ${plain(problem)}\n`));
  // Where only some files are named, or only changed ones are asked for, the settings of the configuration file may be for others.
  const whole = args.since === undefined && (names.length === 0 || targets.some(({ found: inFolder }) => inFolder));
  const unused = (list: readonly Ignore[], offset: number): Ignore[] => list.filter((_, i) => !run.used.has(offset + i));
  const gone = args.since === undefined ? baseline?.gone(all.map(({ file }) => file)) ?? 0 : 0;
  [
    ...cluster === undefined ? [] : [...factNotes(cluster.file, cluster.session.facts), ...assumedNotes(cluster)],
    ...run.files.flatMap((file) => file.notes),
    ...unusedNotes({
      ignores: unused(own, 0),
      fileIgnores: whole ? unused(config.ignore ?? [], own.length) : [],
      excludes: unusedExcludes.filter((pattern) => args.exclude?.includes(pattern)),
      fileExcludes: whole ? unusedExcludes.filter((pattern) => !args.exclude?.includes(pattern)) : [],
    }),
    ...settings.skip.filter((kind) => args.since === undefined && !results.some((one) => one.skipped && isOfKind(one, kind)))
      .map((kind) => `--skip ${kind}: no object of this kind was found`),
    ...gone > 0 ? [`${gone} finding${gone === 1 ? '' : 's'} of the baseline no longer occur${gone === 1 ? 's' : ''}: update it with --write-baseline`] : [],
  ].forEach((note) => process.stderr.write(`note: ${plain(note)}\n`));
  return failed.length > 0 ? UNREADABLE : exitCode(report);
}

/** The cluster of a file, and the manifests that are applied to it. */
interface NamedCluster {
  readonly file: string;
  readonly session: ClusterSession;
}

function clusterOf(args: CheckArguments, config: CheckConfig): NamedCluster | undefined {
  const file = args.cluster ?? config.cluster;
  if (file === undefined) {
    return undefined;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when asked for, since most checks do without
  const { clusterSession } = require('../../cluster') as typeof import('../../cluster');
  return { file, session: clusterSession(readFactsFile(file)) };
}

const MOST_ASSUMED = 10;

/** What manifests name and the facts do not know. */
function assumedNotes({ file, session: { assumed } }: NamedCluster): string[] {
  const more = assumed.length - MOST_ASSUMED;
  return assumed.length === 0 ? []
    : [`${file} does not know, and the check assumes to be there: ${assumed.slice(0, MOST_ASSUMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}

function settingsOf(args: CheckArguments, config: CheckConfig, own: readonly Ignore[], cluster: ClusterSession | undefined): CheckSettings {
  return {
    kubernetesVersion: args.kubernetesVersion ?? config.kubernetesVersion ?? cluster?.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION,
    podSecurity: args.podSecurity ?? config.podSecurity ?? 'privileged',
    advice: args.advice ?? config.advice ?? false,
    static: args.static ?? config.static ?? false,
    ignores: [...own, ...config.ignore ?? []],
    skip: [...args.skip ?? [], ...config.skip ?? []],
    severities: { ...config.severity, ...severitiesOf(args.severity) },
    requireReviewed: args.requireReviewed ?? config.requireReviewed ?? false,
    ...cluster === undefined ? {} : { cluster },
  };
}

/** Whether everything of a file is known: what cannot be read, and what is yet to become manifests, may have what others miss. */
function isWhole({ results, others }: FileResult): boolean {
  return others.length === 0 && results.every(({ unreadable }) => unreadable !== true);
}

/** Reads `links/unused=off`. */
function severitiesOf(given: readonly string[] = []): CheckSettings['severities'] {
  return Object.fromEntries(given.map((text) => {
    const [, code, severity] = /^(links\/[a-z-]+)=(.*)$/.exec(text) ?? [];
    const weight = LINK_WEIGHTS.find((one) => one === severity);
    if (weight === undefined) {
      throw new UsageError(`--severity ${text}: write it as links/CODE=${LINK_WEIGHTS.join('|')}`);
    }
    return [code, weight];
  }));
}

function baselineOf(args: CheckArguments, config: CheckConfig): Baseline | undefined {
  const file = args.baseline ?? config.baseline;
  return file === undefined ? undefined : Baseline.read(file);
}

function exitCode({ summary, warningsAsErrors }: CheckReport): number {
  if (summary.unreadable > 0) {
    return UNREADABLE;
  }
  return summary.errors > 0 || (warningsAsErrors && summary.warnings > 0) ? 1 : 0;
}
