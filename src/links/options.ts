import type { AppOptions, AppSettings } from './model';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS, KubernetesVersion } from '../admission/version';
import { clusterFacts, Facts } from '../cluster';
import { Json, mapAt, own, plainCopy, textAt } from '../objects/plain';

type Weight = AppSettings['codes'][string];

/** How a code may weigh. */
export const WEIGHTS: readonly Weight[] = ['error', 'warning', 'advice', 'off'];

/** The options, complete. What makes no sense counts as not given; the review of each object says what is wrong with its own. */
export function settingsOf(options: AppOptions | undefined): AppSettings {
  const given = copyOf(options);
  const version = textAt(given, 'kubernetesVersion');
  const namespace = textAt(given, 'namespace');
  const cluster = factsOf(options);
  return {
    kubernetesVersion: KUBERNETES_VERSIONS.find((one): one is KubernetesVersion => one === version) ?? DEFAULT_KUBERNETES_VERSION,
    namespace: namespace ?? 'default',
    isNamespaceGiven: namespace !== undefined,
    advice: own(given, 'advice') === true,
    codes: Object.fromEntries(Object.entries(mapAt(given, 'codes')).filter((entry): entry is [string, Weight] => WEIGHTS.includes(entry[1] as Weight))),
    ...cluster === undefined ? {} : { cluster },
  };
}

function copyOf(options: AppOptions | undefined): Json | undefined {
  try {
    const { cluster: _, ...rest } = options ?? {};
    return plainCopy(rest);
  } catch {
    return undefined;
  }
}

/** Facts as they are, or made of the objects that are given. */
function factsOf(options: AppOptions | undefined): Facts | undefined {
  try {
    const cluster = options?.cluster;
    return cluster === undefined || cluster === null ? undefined : isFacts(cluster) ? cluster : clusterFacts(cluster);
  } catch {
    return undefined;
  }
}

function isFacts(cluster: object): cluster is Facts {
  return typeof (cluster as Partial<Facts>).known === 'function';
}
