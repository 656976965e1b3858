import type { Severity } from '../admission/finding';
import { DEFAULT_KUBERNETES_VERSION } from '../admission/version';
import { checkFile } from '../check/check-file';
import { CheckConfig, toConfig } from '../check/config';
import { Ignorer } from '../check/ignore';
import { nameOf, ObjectResult, PlacedFinding, weight } from '../report/model';
import { messageOf } from '../report/subject';

/** What the plugin uses of the context that cdk8s-cli gives it. */
export interface PluginContext {
  readonly manifests: readonly string[];
  readonly stdout?: boolean;
  readonly report: {
    addViolation(violation: PluginViolation): void;
    submit(status: 'success' | 'failure', metadata?: { readonly [key: string]: any }): void;
  };
}

/** A violation as cdk8s-cli takes it. */
export interface PluginViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly { readonly resourceName: string; readonly locations: readonly string[]; readonly manifestPath: string }[];
}

/** Findings to leave out: those of one code or type, and why. */
export interface IgnoredFinding {
  readonly code?: string;
  readonly type?: string;
  /** Pattern of the field, in which `*` stands for anything. */
  readonly field?: string;
  /** Pattern of the manifest's file. */
  readonly file?: string;
  readonly reason: string;
}

/** The properties in cdk8s.yaml: those of the command's configuration file that are about manifests. */
export type AdmissionValidationProperties =
  Pick<CheckConfig, 'kubernetesVersion' | 'podSecurity' | 'warningsAsErrors' | 'advice' | 'static' | 'skip' | 'requireReviewed'> & { readonly ignore?: readonly IgnoredFinding[] };

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];
const NOT_HERE = ['files', 'exclude', 'baseline', 'cluster'] as const;

/**
 * The admission review as a validation of cdk8s-cli: `cdk8s synth --validate` fails when the API server would refuse an object, whoever
 * made it.
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/cdk8s-pods/lib/plugin
 *     version: 0.0.0
 *     class: AdmissionValidation
 *     properties: { kubernetesVersion: '1.35', podSecurity: baseline }
 * ```
 */
export class AdmissionValidation {
  private readonly config: CheckConfig;

  constructor(properties: AdmissionValidationProperties = {}) {
    this.config = toConfig(properties, 'properties of AdmissionValidation');
    const odd = NOT_HERE.find((name) => this.config[name] !== undefined);
    if (odd !== undefined) {
      throw new Error(`properties of AdmissionValidation: ${odd} works only in the command: cdk8s-cli decides which files are checked`);
    }
  }

  /** Reviews all manifests of the app, and submits the report. */
  public async validate(context: PluginContext): Promise<void> {
    const { kubernetesVersion = DEFAULT_KUBERNETES_VERSION, podSecurity = 'privileged', advice = false, ignore = [] } = this.config;
    const { skip = [], requireReviewed = false, static: isStatic = false } = this.config;
    const settings = { kubernetesVersion, podSecurity, advice, static: isStatic, ignores: ignore, skip, requireReviewed };
    const ignorer = new Ignorer(ignore);
    const results = context.manifests.flatMap((file) => checkFile({ file, found: false }, settings, ignorer).results);
    const strict = { warningsAsErrors: this.config.warningsAsErrors ?? false };
    const violations = new Map<string, Violation>();
    let failed = false;
    for (const result of results) {
      for (const finding of result.findings) {
        const severity = weight(finding, strict);
        failed ||= severity === 'error';
        const key = JSON.stringify([severity, finding.code, messageOf(finding), finding.hint]);
        const violation = violations.get(key) ?? new Violation(severity, finding);
        violations.set(key, violation.add(result, finding, context.stdout === true));
      }
    }
    // What fails the synth comes first.
    const ordered = SEVERITIES.flatMap((severity) => [...violations.values()].filter((violation) => violation.severity === severity));
    ordered.forEach((violation) => context.report.addViolation(violation.data()));
    context.report.submit(failed ? 'failure' : 'success', {
      'Kubernetes': kubernetesVersion,
      'Pod security': podSecurity,
      'Objects': results.length,
      'Reviewed': results.filter(({ coverage }) => coverage !== 'none').length,
    });
  }
}

/** One finding, with all resources that have it. */
class Violation {
  private readonly resources = new Map<string, { resourceName: string; locations: string[]; manifestPath: string }>();

  constructor(public readonly severity: Severity, private readonly finding: PlacedFinding) {}

  public add(result: ObjectResult, { at, range }: PlacedFinding, stdout: boolean): this {
    // cdk8s-cli finds the construct by the name of the object, so that it has to stand alone.
    const resourceName = result.name ?? nameOf(result);
    const key = JSON.stringify([result.file, result.index]);
    const known = this.resources.get(key) ?? { resourceName, locations: [], manifestPath: result.file };
    const line = range === undefined ? '' : stdout ? `line ${range.line}` : `${result.file}:${range.line}:${range.column}`;
    known.locations.push([`${result.kind ?? ''} ${at}`.trim(), line === '' ? '' : `(${line})`].filter((part) => part !== '').join(' '));
    this.resources.set(key, known);
    return this;
  }

  public data(): PluginViolation {
    const { code } = this.finding;
    return {
      ruleName: this.severity === 'warning' ? `warning: ${code}` : code,
      recommendation: messageOf(this.finding),
      fix: this.finding.hint ?? 'change the fields at these locations',
      violatingResources: [...this.resources.values()],
    };
  }
}
