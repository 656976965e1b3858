import { Output, parseOutput, writeReport } from './output';
import { Progress } from './progress';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../../admission/version';
import { unreadableFile } from '../../check/check-file';
import { CheckConfig, readConfig } from '../../check/config';
import { expand } from '../../check/files';
import { Ignore, parseIgnore } from '../../check/ignore';
import { checkAll, RunResult } from '../../check/run';
import type { CheckReport, ObjectResult, Summary } from '../../report/model';
import { plain } from '../../report/plain';
import { UsageError } from '../usage-error';
import { packageVersion } from '../version';

/** The options as the argument parser gives them. */
export interface CheckArguments {
  readonly kubernetesVersion?: KubernetesVersion;
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
  readonly warningsAsErrors?: boolean;
  readonly advice?: boolean;
  readonly static?: boolean;
  readonly ignore?: readonly string[];
  readonly exclude?: readonly string[];
  readonly manifestsOnly?: boolean;
  readonly config?: string | false;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly quiet?: boolean;
}

const UNREADABLE = 2;

/** Checks what is named and writes the report. Returns the exit code: 0 no errors, 1 errors, 2 something cannot be read or written. */
export async function check(names: readonly string[], args: CheckArguments): Promise<number> {
  const outputs = outputsOf(args);
  const config: CheckConfig = args.config === false ? {} : readConfig(args.config);
  const own = (args.ignore ?? []).map(parseIgnore);
  const ignores: Ignore[] = [...own, ...config.ignore ?? []];
  const wanted = names.length > 0 ? names : config.files ?? [];
  if (wanted.length === 0) {
    throw new UsageError('name what to check: files, folders, globs, or - for the standard input');
  }
  const settings = {
    kubernetesVersion: args.kubernetesVersion ?? config.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION,
    podSecurity: args.podSecurity ?? config.podSecurity ?? 'privileged',
    advice: args.advice ?? config.advice ?? false,
    static: args.static ?? config.static ?? false,
    ignores,
  };
  const { targets, problems } = expand(wanted, [...args.exclude ?? [], ...config.exclude ?? []]);
  const progress = new Progress(targets.length, process.stderr, !args.quiet);
  const all = args.manifestsOnly ? targets.map(({ file }) => ({ file, found: true })) : targets;
  const run = await checkAll(all, settings, (done) => progress.tell(done));
  progress.end();
  const missing = problems.map(({ file, message }) => unreadableFile(file, message));
  const report: CheckReport = {
    ...summed(missing, run, targets.length + missing.length),
    version: packageVersion(),
    kubernetesVersion: settings.kubernetesVersion,
    warningsAsErrors: args.warningsAsErrors ?? config.warningsAsErrors ?? false,
  };
  // One that cannot be written does not lose the others.
  const failed = outputs.flatMap((output) => writeReport(report, output, process.env, args.quiet ?? false) ?? []);
  failed.forEach((problem) => process.stderr.write(`error: ${plain(problem)}\n`));
  for (const [i, { what }] of own.entries()) {
    if (!run.used.has(i)) {
      process.stderr.write(`note: --ignore ${plain(what)} met no finding\n`);
    }
  }
  return failed.length > 0 ? UNREADABLE : exitCode(report);
}

function outputsOf({ format = ['text'], output }: CheckArguments): Output[] {
  const outputs = format.map(parseOutput);
  const open = outputs.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    throw new UsageError(`only one format can go to the standard output, not ${open.map((o) => o.format).join(' and ')}: give the others a file, as in sarif=check.sarif`);
  }
  if (output !== undefined && open.length === 0) {
    throw new UsageError(`--output ${output}: every format has a file already`);
  }
  return outputs.map((one) => one.file === undefined && output !== undefined ? { ...one, file: output } : one);
}

function summed(missing: readonly ObjectResult[], run: RunResult, files: number): { results: ObjectResult[]; summary: Summary } {
  const results = [...missing, ...run.files.flatMap((file) => file.results)];
  const count = (what: (result: ObjectResult) => boolean): number => results.filter(what).length;
  const findings = results.flatMap((result) => result.unreadable ? [] : result.findings);
  const bySeverity = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    results,
    summary: {
      files,
      objects: count((result) => !result.unreadable),
      reviewed: count((result) => result.reviewed),
      notReviewed: count((result) => !result.reviewed && !result.unreadable),
      passedOver: run.files.reduce((sum, file) => sum + file.passedOver, 0),
      refused: count((result) => !result.allowed && !result.unreadable),
      unreadable: new Set(results.filter((result) => result.unreadable).map(({ file }) => file)).size,
      errors: bySeverity('error'),
      warnings: bySeverity('warning'),
      advice: bySeverity('advice'),
      ignored: run.files.reduce((sum, file) => sum + file.ignored, 0),
    },
  };
}

function exitCode({ summary, warningsAsErrors }: CheckReport): number {
  if (summary.unreadable > 0) {
    return UNREADABLE;
  }
  return summary.errors > 0 || (warningsAsErrors && summary.warnings > 0) ? 1 : 0;
}
