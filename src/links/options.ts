import type { AppOptions, AppSettings } from './model';
import { LINK_WEIGHTS, LinkWeight } from './weights';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS } from '../admission/version';
import type { Facts } from '../cluster';
import { Json, mapAt, own, plainCopy, textAt } from '../objects/plain';

/** The options, complete. What makes no sense counts as not given; the review of each object says what is wrong with its own. */
export function settingsOf(options: AppOptions | undefined): AppSettings {
  const given = copyOf(options);
  const version = textAt(given, 'kubernetesVersion');
  const namespace = textAt(given, 'namespace');
  const cluster = factsOf(options);
  return {
    kubernetesVersion: KUBERNETES_VERSIONS.find((one) => one === version) ?? cluster?.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION,
    namespace: namespace ?? 'default',
    isNamespaceGiven: namespace !== undefined,
    advice: own(given, 'advice') === true,
    codes: Object.fromEntries(Object.entries(mapAt(given, 'codes')).filter(isWeighed)),
    ...cluster === undefined ? {} : { cluster },
  };
}

function isWeighed(entry: [string, unknown]): entry is [string, LinkWeight] {
  return LINK_WEIGHTS.includes(entry[1] as LinkWeight);
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
