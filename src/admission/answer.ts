import { Context } from './context';
import type * as k8s from '../k8s';
import { Decoding } from './decode/decode';
import { Decoded } from './decode/decoded';
import { NormalObject } from './decode/normal';
import type { Finding } from './finding';
import { evaluatePodSecurity, NO_POD, PodSecurity } from './pod-security/evaluate';
import { podTemplateOf } from './pod-template';
import { allows } from './report';
import { qosClass, QosClass } from './stages/qos';
import { storedJson } from './stages/stored';

/** How far a review went. */
export type Coverage = 'full' | 'partial' | 'none';

/** What the API server would answer to the creation of an object. */
export interface Review {
  /** No finding is an error: the server takes the object. */
  readonly allowed: boolean;
  /** False for a kind that we do not know, of which nothing is said. */
  readonly reviewed: boolean;
  /**
   * How far the review went. `full`: all that the server decides, as it decides it. `partial`: strict decoding, defaults, metadata and
   * required fields; the server may refuse it for other reasons. `none`: a kind of another group, of which nothing is said. Of a list:
   * the least of its items.
   */
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  /**
   * The object as the server stores it: with its defaults, without what it drops, and the tolerations that every new pod gets. Left
   * out is what no manifest can tell, such as the status, and what other admission plugins add. Absent when it cannot be decoded, for
   * other kinds and for lists. Made when first asked for.
   */
  readonly defaulted?: object;
  /** Of a Pod: its class of quality of service. */
  readonly qosClass?: QosClass;
  /** What the Pod Security Standards say of the pod, or of the template of its pods; all is well with an object that has none. */
  readonly podSecurity: PodSecurity;
  /** Of a list: the reviews of its items, in order. */
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
  readonly #decoding: Pick<Decoding, 'object' | 'emptied'>;
  readonly #object: NormalObject;
  readonly #context: Context;
  #defaulted: object | undefined;
  #security: PodSecurity | undefined;

  /** `object`: as the rules saw it. */
  public constructor(decoding: Pick<Decoding, 'object' | 'emptied'>, object: NormalObject, context: Context, coverage: Coverage) {
    this.coverage = coverage;
    this.allowed = allows(context.report);
    this.findings = context.report.findings;
    this.#decoding = decoding;
    this.#object = object;
    this.#context = context;
  }

  public get defaulted(): object {
    return this.#defaulted ??= storedJson(this.#decoding, this.#context);
  }

  public get qosClass(): QosClass | undefined {
    return this.#context.kind === 'Pod' ? qosClass(this.#object as Decoded<k8s.Pod>, this.#context.minor) : undefined;
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

/** What the Pod Security Standards say of an object. */
export function securityOf(object: NormalObject, { kind, minor }: Context): PodSecurity {
  const pod = podTemplateOf(object, kind);
  return pod === undefined ? NO_POD : evaluatePodSecurity(pod.template, pod.at, minor);
}
