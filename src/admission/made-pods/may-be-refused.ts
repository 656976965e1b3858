import { TEMPLATE_HASH } from './replica-set';
import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import type { Decoded } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { isPadded } from '../formats/space';
import { podTemplateOf } from '../pod-template';
import { APP_ARMOR_CONTAINER, MIRROR_POD, SECCOMP_CONTAINER, SECCOMP_POD } from '../rules/security/annotations';

type Spec = Decoded<k8s.PodSpec>;
type Strings = { readonly [key: string]: string | undefined };
type Container = Decoded<k8s.Container>;
type Selecting = Pick<Decoded<k8s.PodAffinityTerm>, 'matchLabelKeys' | 'mismatchLabelKeys'>;

/** Names of which whatever is made has valid names too. */
const PLAIN_NAME = /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** Annotations up to this length leave room for what controllers add. */
const FEW_ANNOTATIONS = 60_000;
const TOKEN_VOLUME = 'kube-api-access-';
/** Labels that the server puts into the template of a Job. */
const JOB_LABELS = ['job-name', 'batch.kubernetes.io/job-name', 'controller-uid', 'batch.kubernetes.io/controller-uid'];

/**
 * Whether the server may refuse what the controllers make of a workload without having refused the workload. Quick, and never wrong when it
 * says no: a pod's rules are those of its template but for what is listed here, and test/admission/made-pods compares both ways.
 */
export function mayBeRefused(workload: NormalObject, context: Context): boolean {
  const placed = podTemplateOf(workload, context.kind);
  if (placed === undefined || context.kind === 'Pod' || context.kind === 'PodTemplate') {
    return false;
  }
  const { metadata, spec } = placed.template;
  return !hasPlainName(workload.metadata as Decoded<k8s.ObjectMeta> | undefined)
    || hasUnusualMetadata(metadata)
    || (spec !== undefined && hasUnusualSpec(spec))
    || ofKind(workload, metadata?.labels, context);
}

function hasPlainName(metadata: Decoded<k8s.ObjectMeta> | undefined): boolean {
  return metadata?.name !== undefined && PLAIN_NAME.test(metadata.name);
}

/** Finalizers are checked in pods only, and these annotations mean more there. */
function hasUnusualMetadata(metadata: Decoded<k8s.ObjectMeta> | undefined): boolean {
  return metadata?.finalizers !== undefined || hasUnusualAnnotations(metadata?.annotations);
}

function hasUnusualAnnotations(annotations: Strings | undefined): boolean {
  if (annotations === undefined) {
    return false;
  }
  let length = 0;
  for (const key of Object.keys(annotations)) {
    length += key.length + (annotations[key]?.length ?? 0);
    if (key === MIRROR_POD || key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER) || key.startsWith(APP_ARMOR_CONTAINER)) {
      return true;
    }
  }
  return length > FEW_ANNOTATIONS;
}

/** What the plugins and the defaults of a Pod look at, and what a template may leave to a controller. */
function hasUnusualSpec(spec: Spec): boolean {
  return spec.priority !== undefined || spec.preemptionPolicy !== undefined || spec.overhead !== undefined || spec.resources !== undefined
    || spec.hostNetwork === true || spec.ephemeralContainers !== undefined || (spec.terminationGracePeriodSeconds ?? 0) < 0
    || (spec.nodeName !== undefined && spec.schedulingGates !== undefined)
    || hasUnusualContainers(spec.containers) || hasUnusualContainers(spec.initContainers)
    || hasUnusualVolumes(spec.volumes) || hasLabelKeys(spec);
}

function hasUnusualContainers(containers: readonly Container[] | undefined): boolean {
  for (let i = 0; containers !== undefined && i < containers.length; i++) {
    const { image, volumeDevices } = containers[i];
    if (volumeDevices !== undefined || (image !== undefined && isPadded(image))) {
      return true;
    }
  }
  return false;
}

function hasUnusualVolumes(volumes: Spec['volumes']): boolean {
  for (let i = 0; volumes !== undefined && i < volumes.length; i++) {
    const { name, image, ephemeral } = volumes[i];
    if (image !== undefined || ephemeral !== undefined || name?.startsWith(TOKEN_VOLUME) === true) {
      return true;
    }
  }
  return false;
}

/** In a pod, label keys become part of selectors. */
function hasLabelKeys({ affinity, topologySpreadConstraints }: Spec): boolean {
  const uses = ({ matchLabelKeys, mismatchLabelKeys }: Selecting): boolean => matchLabelKeys !== undefined || mismatchLabelKeys !== undefined;
  if (topologySpreadConstraints?.some(uses) === true) {
    return true;
  }
  return [affinity?.podAffinity, affinity?.podAntiAffinity].some((terms) =>
    terms?.requiredDuringSchedulingIgnoredDuringExecution?.some(uses) === true
    || terms?.preferredDuringSchedulingIgnoredDuringExecution?.some(({ podAffinityTerm }) => uses(podAffinityTerm ?? {})) === true);
}

function ofKind(workload: NormalObject, labels: Strings | undefined, context: Context): boolean {
  switch (context.kind) {
    case 'Deployment': {
      const { metadata, spec } = workload as Decoded<k8s.Deployment>;
      return spec?.selector?.matchExpressions?.some(({ key }) => key === TEMPLATE_HASH) === true
        || hasUnusualAnnotations(metadata?.annotations);
    }
    case 'StatefulSet': {
      const { spec } = workload as Decoded<k8s.StatefulSet>;
      return !on(context, 'StatefulSetTemplatesAreChecked') || spec?.volumeClaimTemplates?.some(isUnusualClaim) === true;
    }
    case 'Job': {
      const { spec } = workload as Decoded<k8s.Job>;
      return spec?.manualSelector === true || spec?.completionMode === 'Indexed';
    }
    case 'CronJob': {
      const template = (workload as Decoded<k8s.CronJob>).spec?.jobTemplate;
      return template?.metadata !== undefined || template?.spec?.completionMode === 'Indexed'
        || (labels !== undefined && JOB_LABELS.some((label) => Object.hasOwn(labels, label)));
    }
    default:
      return false;
  }
}

/** The server checks no more of a claim template than its spec. */
function isUnusualClaim({ metadata = {} }: Decoded<k8s.PersistentVolumeClaim>): boolean {
  return !hasPlainName(metadata) || Object.entries(metadata).some(([field, value]) => field !== 'name' && value !== undefined);
}
