import { checkout } from './git';
import { liveObjects } from './live';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../../admission/version';
import { expand, Problem } from '../../check/files';
import { readManifests } from '../../check/manifests';
import { Applier, diff, ImpactKind, SetDiff } from '../../diff';
import { DIFF_FORMAT_NAMES } from '../../report/diff/format-names';
import { DIFF_FORMATS } from '../../report/diff/formats';
import { plain } from '../../report/plain';
import { Progress } from '../check/progress';
import { readCluster } from '../cluster-facts';
import { outputsOf, writeOutput } from '../output';
import { UsageError } from '../usage-error';
import { packageVersion } from '../version';

/** What makes the command fail: an impact, or a note of level warning. */
export type FailOn = ImpactKind | 'warning';

/** The options as the argument parser gives them. */
export interface DiffArguments {
  readonly git?: string;
  readonly live?: boolean;
  readonly fresh?: boolean;
  readonly apply?: Applier;
  readonly cluster?: string;
  readonly nodes?: number;
  readonly namespace?: string;
  readonly context?: string;
  readonly kubernetesVersion?: KubernetesVersion;
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
  readonly exclude?: readonly string[];
  readonly failOn?: readonly FailOn[];
  readonly format?: readonly string[];
  readonly output?: string;
  readonly quiet?: boolean;
}

const FAILED = 1;
const UNREADABLE = 2;
/** Nothing can be said of what the server refuses: that fails without being asked for. */
const USUAL: readonly FailOn[] = ['refused'];

/** Compares what is named and writes the report. Returns the exit code: 0 all is well, 1 an impact of `--fail-on`, 2 something cannot be read. */
export function compare(names: readonly string[], args: DiffArguments): number {
  const outputs = outputsOf(args, { names: DIFF_FORMAT_NAMES, example: 'markdown=diff.md' });
  const { old, wanted, problems } = readSides(names, args);
  if (problems.length > 0) {
    problems.forEach(({ file, message }) => process.stderr.write(`error: ${plain(file)}: ${plain(message)}\n`));
    return UNREADABLE;
  }
  const { kubernetesVersion = DEFAULT_KUBERNETES_VERSION, podSecurity, apply, nodes, namespace, fresh } = args;
  const cluster = args.cluster === undefined ? undefined : readCluster(args.cluster);
  const found = diff(old, wanted, { kubernetesVersion, podSecurity, apply, nodes, namespace, fresh, cluster });
  const report = { diff: found, version: packageVersion(), kubernetesVersion };
  const quiet = args.quiet ?? false;
  const failures = outputs.flatMap(({ format, file }) => writeOutput((style) => DIFF_FORMATS[format].write(report, { ...style, quiet }), file) ?? []);
  failures.forEach((failure) => process.stderr.write(`error: ${plain(failure)}\n`));
  return failures.length > 0 ? UNREADABLE : fails(found, args.failOn ?? USUAL) ? FAILED : 0;
}

function fails({ objects }: SetDiff, on: readonly FailOn[]): boolean {
  return objects.some(({ action, impact: { impact, effects, notes } }) => (action !== 'unchanged' && on.includes(impact))
    || effects.some((effect) => on.includes(effect.impact)) || (on.includes('warning') && notes.some(({ level }) => level === 'warning')));
}

/** Both sets of manifests. */
interface Sides {
  readonly old: readonly unknown[];
  readonly wanted: readonly unknown[];
  readonly problems: readonly Problem[];
}

function readSides(names: readonly string[], args: DiffArguments): Sides {
  const ways = [args.git !== undefined ? '--git' : undefined, args.live ? '--live' : undefined, args.fresh ? '--fresh' : undefined].filter((way) => way !== undefined);
  if (ways.length > 1) {
    throw new UsageError(`${ways.join(' and ')} exclude each other`);
  }
  const expected = ways.length === 0 ? 2 : 1;
  if (names.length !== expected) {
    throw new UsageError(expected === 2 ? 'name two files or folders, OLD and NEW; or one with --git, --live or --fresh'
      : `${ways[0]} takes one file or folder, NEW: what is there now comes from ${args.fresh ? 'nowhere' : args.live ? 'the cluster' : 'git'}`);
  }
  if (names.filter((name) => name === '-').length > 1) {
    throw new UsageError('only one of OLD and NEW can be the standard input');
  }
  const wanted = read(names[names.length - 1], args);
  if (wanted.problems.length > 0 || args.fresh) {
    return { old: [], wanted: wanted.manifests, problems: wanted.problems };
  }
  if (args.live) {
    return { old: liveObjects(wanted.manifests, args), wanted: wanted.manifests, problems: [] };
  }
  const old = args.git === undefined ? read(names[0], args) : readCommit(args.git, names[0], args);
  return { old: old.manifests, wanted: wanted.manifests, problems: old.problems };
}

function readCommit(ref: string, path: string, args: DiffArguments): ReturnType<typeof readManifests> {
  const files = checkout(ref, path);
  try {
    const { manifests, problems } = files.path === undefined ? { manifests: [], problems: [] } : read(files.path, args);
    return { manifests, problems: problems.map(({ file, message }) => ({ file: files.shown(file), message })) };
  } finally {
    files.remove();
  }
}

function read(name: string, { exclude, quiet }: DiffArguments): ReturnType<typeof readManifests> {
  const { targets, problems } = expand([name], exclude ?? []);
  const progress = new Progress(targets.length, process.stderr, quiet !== true, 'read');
  const found = readManifests(targets, (done) => progress.tell(done));
  progress.end();
  return { manifests: found.manifests, problems: [...problems, ...found.problems] };
}
