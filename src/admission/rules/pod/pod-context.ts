import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';

/** What the rules below a pod spec need to know about the pod. */
export interface PodContext extends Context {
  /** The reviewed object is a Pod, not a pod template: some rules apply to pods only. */
  readonly podOnly: boolean;
  /** The metadata of the pod; undefined in a pod template, whose pods get their names later. */
  readonly meta: Decoded<k8s.ObjectMeta> | undefined;
  readonly spec: Decoded<k8s.PodSpec>;
  /** The pod uses the node's network. */
  readonly hostNetwork: boolean;
  /** The pod uses the node's user namespace, as it does unless `hostUsers: false`. */
  readonly hostUsers: boolean;
  /** `os.name` as written; '' for `os: {}`; undefined without `os`. */
  readonly os: string | undefined;
  readonly restartPolicy: string;
  /** `terminationGracePeriodSeconds`; undefined only when not defaulted. */
  readonly gracePeriod: number | undefined;
  /** Names of the pod's resource claims. */
  readonly claims: ReadonlySet<string>;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** The context of one pod or pod template; `meta` only for a pod. */
export function podContext(spec: Decoded<k8s.PodSpec>, meta: Decoded<k8s.ObjectMeta> | undefined, ctx: Context, podOnly: boolean): PodContext {
  return {
    report: ctx.report,
    minor: ctx.minor,
    kind: ctx.kind,
    type: ctx.type,
    podOnly,
    meta,
    spec,
    hostNetwork: spec.hostNetwork ?? false,
    hostUsers: spec.hostUsers ?? true,
    os: spec.os === undefined ? undefined : spec.os.name ?? '',
    restartPolicy: spec.restartPolicy ?? '',
    gracePeriod: spec.terminationGracePeriodSeconds,
    claims: claimNames(spec.resourceClaims),
  };
}

function claimNames(claims: Decoded<k8s.PodResourceClaim[]> | undefined): ReadonlySet<string> {
  if (claims === undefined) {
    return NO_NAMES;
  }
  const names = new Set<string>();
  for (const claim of claims) {
    if (claim.name !== undefined) {
      names.add(claim.name);
    }
  }
  return names;
}
