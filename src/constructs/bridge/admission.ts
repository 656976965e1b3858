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
   * How sure it is. `broken`: both sides are there and do not fit. `not-in-input`: the other side is not among the objects; it may be in the
   * cluster. `unknown`: it may be in something that could not be read, or something of a foreign kind may make it.
   */
  readonly verdict: string;

  /** The object that it is about. */
  readonly object: LinkPlace;

  /** The objects that it does not fit. */
  readonly others: LinkPlace[];
}

/**
 * What is known of an app: what the API server would answer to each object, and how they fit together.
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
   * Reviews all manifests of an app, each as `review` does, and how they fit together: a Service that selects no pod, a key that no ConfigMap
   * has, two autoscalers of one workload.
   *
   * @param manifests the manifests as plain data, in the order in which they are applied
   * @param options the version they are for, and the level of pod security they have to meet
   * @param severities how findings about links weigh, by code: `error`, `warning`, `advice` or `off`
   * @throws Error for an option that there is not, or a value that it does not take
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
   * Looks at synth at how all objects of the app fit together: selectors and the pods that they match, names and the objects that they name,
   * ports, keys, owners. Findings are warnings unless set otherwise. It is about the whole app, whatever the scope.
   *
   * @param severities how findings about links weigh, by code: `error`, `warning`, `advice` or `off`
   * @throws Error for a severity that there is not
   */
  public together(severities: { [code: string]: string } = {}): Admission {
    checkSeverities(severities, `${this.scope.node.path || 'app'}: together()`);
    reviewTogether(this.scope, severities);
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
