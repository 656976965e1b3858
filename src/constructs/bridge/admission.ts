import { IConstruct } from 'constructs';
import { AdmissionOptions, settingsChanged, settingsOf, UpdateAdmissionOptions } from './admission-settings';
import { fail, review, reviewUpdate } from './attach';
import { checkOptions, checkSeverities, checkUpdateOptions } from './check-options';
import { enforceUnder, reportUnused } from './enforce';
import { reviewAll, reviewTogether } from './together';
import type { Review } from '../../admission';
import type { Finding } from '../../admission/finding';
import type { AppFinding, OtherSide } from '../../links';

/**
 * Whether an object's pod meets the Pod Security Standards.
 */
export interface PodSecurityResult {
  /** Whether the pod meets the level `baseline`. */
  readonly baseline: boolean;

  /** Whether the pod meets the level `restricted`. */
  readonly restricted: boolean;

  /**
   * Why the pod violates `restricted`, violations of `baseline` included, in the words of the Kubernetes evaluator. Empty when there is no violation.
   */
  readonly reasons: string[];
}

/**
 * What the API server would answer to the creation of an object.
 */
export interface AdmissionReview {
  /** Whether the server accepts the object. */
  readonly allowed: boolean;

  /** Whether the object was reviewed: false for custom resources and other kinds that are not built in. */
  readonly reviewed: boolean;

  /**
   * How far the review went. `full`: everything that the server decides. `partial`: strict decoding, defaults, metadata and required fields; the
   * server may still reject the object for other reasons. `none`: the object was not reviewed. For a list: the lowest of its items.
   */
  readonly coverage: 'full' | 'partial' | 'none';

  /** Errors and warnings of the server, and advice of this library. */
  readonly findings: Finding[];

  /** The object as the server stores it: with defaults, without dropped fields. Absent when it cannot be decoded. */
  readonly defaulted?: any;

  /** The quality of service class of a Pod; absent for other kinds. */
  readonly qosClass?: string;

  /** Whether the pod, or the pods of the template, meet the Pod Security Standards. */
  readonly podSecurity: PodSecurityResult;
}

/** A place in an object of an app. */
export interface LinkPlace {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;

  /** The index of the object in the input; absent for one that is not in it. */
  readonly index?: number;

  /** The exact place in it; empty for the object itself. */
  readonly at: string;
}

/** A finding about how the objects of an app fit together. */
export interface LinkFinding extends Finding {
  /**
   * How certain the finding is. `broken`: both objects are in the input and do not fit. `not-in-input`: the other object is not in the input; it may
   * be in the cluster. `unknown`: the other object may be in something that could not be read, or a custom resource may create it.
   */
  readonly verdict: string;

  /** The object that it is about. */
  readonly object: LinkPlace;

  /** The objects that it does not fit. */
  readonly others: LinkPlace[];
}

/**
 * The review of an app: what the API server would answer to each object, and how the objects fit together.
 */
export interface AppAdmissionReview {
  /** Whether no finding is an error, neither of an object nor of the app. */
  readonly allowed: boolean;

  /** The answers to the objects, in order. */
  readonly reviews: AdmissionReview[];

  /** How the objects fit together. */
  readonly findings: LinkFinding[];
}

/**
 * The API server's decision before anything is written: for one manifest, or for everything under a scope.
 */
export class Admission {
  /**
   * Reviews a manifest, or a `List` of them.
   *
   * @param manifest the manifest as plain data
   * @param options the Kubernetes version, and the Pod Security level that pods must meet
   * @throws Error for an unknown option, or a value that is not allowed
   */
  public static review(manifest: any, options: AdmissionOptions = {}): AdmissionReview {
    checkOptions(options, 'Admission.review()');
    const { kubernetesVersion, podSecurity, advice } = options;
    return plain(review(manifest, { kubernetesVersion, podSecurity, advice }));
  }

  /**
   * Reviews an update: whether the API server accepts the change from the old object to the new one.
   *
   * @param oldManifest the manifest that was applied, or the live object; it is assumed to be valid
   * @param newManifest the manifest to apply: of the same kind, name and namespace
   * @param options the Kubernetes version, the Pod Security level that pods must meet, and the subresource
   * @throws Error for an unknown option, or a value that is not allowed
   */
  public static reviewUpdate(oldManifest: any, newManifest: any, options: UpdateAdmissionOptions = {}): AdmissionReview {
    checkUpdateOptions(options, 'Admission.reviewUpdate()');
    const { kubernetesVersion, podSecurity, advice, subresource } = options;
    return plain(reviewUpdate(oldManifest, newManifest, { kubernetesVersion, podSecurity, advice, subresource }));
  }

  /**
   * Reviews all manifests of an app, each as `review` does, and how they fit together: a Service that selects no pod, a key that no ConfigMap
   * has, two autoscalers of one workload.
   *
   * @param manifests the manifests as plain data, in the order in which they are applied
   * @param options the Kubernetes version, and the Pod Security level that pods must meet
   * @param severities severity of findings about links, by code: `error`, `warning`, `advice` or `off`
   * @throws Error for an unknown option, or a value that is not allowed
   */
  public static reviewAll(manifests: any[], options: AdmissionOptions = {}, severities: { [code: string]: string } = {}): AppAdmissionReview {
    checkOptions(options, 'Admission.reviewAll()');
    checkSeverities(severities, 'Admission.reviewAll()');
    const { allowed, reviews, findings } = reviewAll(manifests, options, severities);
    return { allowed, reviews: reviews.map(plain), findings: findings.map(plainLink) };
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
   * Sets the review options of everything under the scope. Options that are not given stay as they are.
   *
   * @param options the options to set
   * @throws Error for an unknown option, or a value that is not allowed
   */
  public configure(options: AdmissionOptions): Admission {
    checkOptions(options, `${this.scope.node.path || 'app'}: configure()`);
    const settings = settingsOf(this.scope);
    settings.options = { ...settings.options, ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) };
    settingsChanged(this.scope);
    return this;
  }

  /**
   * Reviews every object under the scope at synth, including raw ApiObjects, cdk8s-plus, Include and Helm. The constructs of this library are always
   * reviewed.
   */
  public enforce(): Admission {
    enforceUnder(this.scope);
    return this;
  }

  /**
   * Checks at synth how all objects of the app fit together: selectors and the pods that they match, names and the objects that they name,
   * ports, keys, owners. Findings are warnings unless set otherwise. The whole app is checked, whichever scope this is called on.
   *
   * @param severities severity of findings about links, by code: `error`, `warning`, `advice` or `off`
   * @throws Error for an unknown severity
   */
  public together(severities: { [code: string]: string } = {}): Admission {
    checkSeverities(severities, `${this.scope.node.path || 'app'}: together()`);
    reviewTogether(this.scope, severities);
    return this;
  }

  /**
   * Suppresses a warning or advice under the scope. Errors of the server cannot be suppressed. Unused suppressions are reported.
   *
   * @param code the finding's code
   * @param reason why it is fine here; required
   * @throws Error when the reason is empty
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

function plainLink({ object, others, ...finding }: AppFinding): LinkFinding {
  return { ...finding, object: plainPlace(object), others: others.map(plainPlace) };
}

function plainPlace({ kind, namespace, name, origin, at }: OtherSide): LinkPlace {
  return { kind, ...namespace === undefined ? {} : { namespace }, name, ...origin === undefined ? {} : { index: origin.index }, at };
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
