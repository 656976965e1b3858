import { Context } from './context';
import type * as k8s from '../k8s';
import { Decoded } from './decode/decoded';
import { NormalObject } from './decode/normal';
import type { Finding } from './finding';
import { evaluatePodSecurity, NO_POD, PodSecurity } from './pod-security/evaluate';
import { podTemplateOf } from './pod-template';
import { allows, Report } from './report';
import { qosClass, QosClass, storedQosClass } from './stages/qos';

/** How far a review went. */
export type Coverage = 'full' | 'partial' | 'none';

/** What the API server would answer to the creation of an object. */
export interface Review {
  /** Whether the server accepts the object: no finding is an error. */
  readonly allowed: boolean;
  /** False for a kind that is not built in, such as a custom resource: it is not checked. */
  readonly reviewed: boolean;
  /**
   * How far the review went. `full`: everything that the server decides. `partial`: strict decoding, defaults, metadata and required fields; the
   * server may still reject the object for other reasons. `none`: not reviewed, since the kind is not built in. For a list: the lowest of its items.
   */
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  /**
   * The object as the server stores it: with its defaults, without what it drops, and the tolerations that every new pod gets. Values that only the
   * cluster knows are left out, such as the status, the addresses that the server picks, and what other admission plugins add; after an update, they
   * are there if one of the two objects has them. Absent for lists, for kinds that are not built in, and when the object cannot be decoded. Computed
   * on first access.
   */
  readonly defaulted?: object;
  /** The quality of service class of a Pod; absent for other kinds. */
  readonly qosClass?: QosClass;
  /** Whether the pod, or the pods of the template, meet the Pod Security Standards. An object without pods meets them. */
  readonly podSecurity: PodSecurity;
  /** For a list: the reviews of its items, in order. Absent for other objects. */
  readonly items?: readonly Review[];
}

/**
 * The review of one object. What costs time and is not always asked for is made when it is first asked for. A class, since engines keep the
 * getters of object literals, and all that they refer to, longer than the object itself.
 */
export class Answer implements Review {
  public readonly allowed: boolean;
  public readonly reviewed = true;
  public readonly coverage: Coverage;
  public readonly findings: readonly Finding[];
  readonly #object: NormalObject;
  readonly #context: Context;
  readonly #stored: () => object;
  #defaulted: object | undefined;
  #security: PodSecurity | undefined;

  /**
   * @param object as the rules saw it
   * @param stored makes the object as the server stores it
   */
  public constructor(object: NormalObject, context: Context, coverage: Coverage, stored: () => object) {
    this.coverage = coverage;
    this.allowed = allows(context.report);
    this.findings = context.report.findings;
    this.#object = object;
    this.#context = context;
    this.#stored = stored;
  }

  public get defaulted(): object {
    return this.#defaulted ??= this.#stored();
  }

  public get qosClass(): QosClass | undefined {
    const { kind, minor, update } = this.#context;
    // an update leaves the class as it is
    return kind === 'Pod' ? update === undefined ? qosClass(this.#object as Decoded<k8s.Pod>, minor) : storedQosClass(update.old, minor) : undefined;
  }

  public get podSecurity(): PodSecurity {
    return this.#security ??= securityOf(this.#object, this.#context);
  }

  /** All of it, as data. */
  public toJSON(): Review {
    const { allowed, reviewed, coverage, findings, defaulted, qosClass: qos, podSecurity } = this;
    return { allowed, reviewed, coverage, findings, defaulted, qosClass: qos, podSecurity };
  }
}

/** The answer when nothing more can be said of an object. */
export function refusal(report: Report): Review {
  return { allowed: false, reviewed: true, coverage: 'full', findings: report.findings, podSecurity: NO_POD };
}

/** What the Pod Security Standards say of an object. */
export function securityOf(object: NormalObject, { kind, minor }: Context): PodSecurity {
  const pod = podTemplateOf(object, kind);
  return pod === undefined ? NO_POD : evaluatePodSecurity(pod.template, pod.at, minor);
}
