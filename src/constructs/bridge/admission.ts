import { IConstruct } from 'constructs';
import { AdmissionOptions, settingsChanged, settingsOf, UpdateAdmissionOptions } from './admission-settings';
import { fail, review, reviewUpdate } from './attach';
import { checkOptions, checkUpdateOptions } from './check-options';
import { enforceUnder, reportUnused } from './enforce';
import type { Review } from '../../admission';
import type { Finding } from '../../admission/finding';

/**
 * What the Pod Security Standards say of an object's pod.
 */
export interface PodSecurityResult {
  /** Whether it meets the level baseline. */
  readonly baseline: boolean;

  /** Whether it meets the level restricted. */
  readonly restricted: boolean;

  /** The reasons of the violated checks of restricted, those of baseline included, as the evaluator names them. */
  readonly reasons: string[];
}

/**
 * What the API server would answer to the creation of an object.
 */
export interface AdmissionReview {
  /** Whether the server takes it. */
  readonly allowed: boolean;

  /** Whether the object was reviewed: kinds of other groups than those of Kubernetes pass untouched. */
  readonly reviewed: boolean;

  /**
   * How far the review went: `full` is all that the server decides; `partial` is strict decoding, defaults, metadata and required fields,
   * so that the server may refuse the object for other reasons; `none` is an object that was not reviewed. Of a list: the least of its items.
   */
  readonly coverage: 'full' | 'partial' | 'none';

  /** Everything that the server, and on request we, have to say of it. */
  readonly findings: Finding[];

  /** The object as the server stores it: with its defaults, without what it drops; absent when it cannot be decoded. */
  readonly defaulted?: any;

  /** The quality of service class of a Pod. */
  readonly qosClass?: string;

  /** What the Pod Security Standards say. */
  readonly podSecurity: PodSecurityResult;
}

/**
 * The API server's decision before anything is written: for one manifest, or for everything under a scope.
 */
export class Admission {
  /**
   * Reviews a manifest, or a `List` of them.
   *
   * @param manifest the manifest as plain data
   * @param options the version it is for, and the level of pod security it has to meet
   * @throws Error for an option that there is not, or a value that it does not take
   */
  public static review(manifest: any, options: AdmissionOptions = {}): AdmissionReview {
    checkOptions(options, 'Admission.review()');
    const { kubernetesVersion, podSecurity, advice } = options;
    return plain(review(manifest, { kubernetesVersion, podSecurity, advice }));
  }

  /**
   * Reviews the update of an object: the decision of the API server on the change of the old object into the new one.
   *
   * @param oldManifest the manifest that was applied, or the live object; it is taken for accepted
   * @param newManifest the manifest as it shall be: of the same kind, name and namespace
   * @param options the version it is for, the level of pod security it has to meet, and the subresource
   * @throws Error for an option that there is not, or a value that it does not take
   */
  public static reviewUpdate(oldManifest: any, newManifest: any, options: UpdateAdmissionOptions = {}): AdmissionReview {
    checkUpdateOptions(options, 'Admission.reviewUpdate()');
    const { kubernetesVersion, podSecurity, advice, subresource } = options;
    return plain(reviewUpdate(oldManifest, newManifest, { kubernetesVersion, podSecurity, advice, subresource }));
  }

  /**
   * The settings of a scope: an app, a chart or any construct. They hold for all that is under it; the nearest scope wins.
   *
   * @param scope the app, chart or construct
   */
  public static of(scope: IConstruct): Admission {
    return new Admission(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Sets what reviews under the scope target. Options that are not given stay as they are.
   *
   * @param options the options to set
   * @throws Error for an option that there is not, or a value that it does not take
   */
  public configure(options: AdmissionOptions): Admission {
    checkOptions(options, `${this.scope.node.path || 'app'}: configure()`);
    const settings = settingsOf(this.scope);
    settings.options = { ...settings.options, ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) };
    settingsChanged(this.scope);
    return this;
  }

  /**
   * Reviews at synth every object under the scope, whoever made it: raw ApiObjects, cdk8s-plus, Include, Helm. The constructs of this
   * library are reviewed without asking.
   */
  public enforce(): Admission {
    enforceUnder(this.scope);
    return this;
  }

  /**
   * Leaves a warning or advice out, under the scope. What the server refuses cannot be suppressed; a suppression that meets nothing is
   * reported.
   *
   * @param code the finding's code
   * @param reason why it is fine here
   */
  public suppress(code: string, reason: string): Admission {
    if (typeof reason !== 'string' || reason.trim() === '') {
      fail(`${this.scope.node.path || 'app'}: a reason is required to suppress '${code}'`, `suppress('${code}', 'why it is fine here')`);
    }
    settingsOf(this.scope).suppressions.push({ code, reason });
    settingsChanged(this.scope);
    reportUnused(this.scope);
    return this;
  }
}

/** A review as plain data of all languages. */
function plain(result: Review): AdmissionReview {
  const { baseline, restricted, restrictedReasons } = result.podSecurity;
  return {
    allowed: result.allowed,
    reviewed: result.reviewed,
    coverage: result.coverage,
    findings: [...result.findings],
    defaulted: result.defaulted,
    qosClass: result.qosClass,
    podSecurity: { baseline, restricted, reasons: [...restrictedReasons] },
  };
}
