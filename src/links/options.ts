import type { AppOptions, AppSettings } from './model';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS, KubernetesVersion } from '../admission/version';
import type { Facts } from '../cluster';
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
    kubernetesVersion: KUBERNETES_VERSIONS.find((one): one is KubernetesVersion => one === version) ?? cluster?.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION,
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

/** The facts, unless they are something else. */
function factsOf(options: AppOptions | undefined): Facts | undefined {
  try {
    const cluster = options?.cluster;
    return typeof cluster?.known === 'function' && typeof cluster.get === 'function' ? cluster : undefined;
  } catch {
    return undefined;
  }
}
