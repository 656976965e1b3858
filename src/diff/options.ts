import type { DiffOptions, Settings } from './model';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion, versionOf } from '../admission/version';

/** An option without meaning is left to the review, which has a finding for it. */
export function settingsOf(options: DiffOptions | undefined): Settings {
  const { kubernetesVersion, podSecurity, apply, nodes, namespace } = given(options);
  return {
    kubernetesVersion: (typeof kubernetesVersion === 'string' ? versionOf(kubernetesVersion) : undefined) ?? (kubernetesVersion as KubernetesVersion | undefined) ?? DEFAULT_KUBERNETES_VERSION,
    podSecurity: (podSecurity as Settings['podSecurity'] | undefined) ?? 'privileged',
    apply: apply === 'server' ? 'server' : 'client',
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : 'default',
    ...typeof nodes === 'number' && Number.isSafeInteger(nodes) && nodes >= 0 ? { nodes } : {},
  };
}

/** The options, read once; none where they cannot be read. */
function given(options: unknown): { readonly [name: string]: unknown } {
  try {
    return { ...Object(options ?? {}) as object };
  } catch {
    return {};
  }
}
