import type { KubernetesVersion } from '../src/admission/version';

/** The Kubernetes release that stands for each minor: its OpenAPI, its oracle and, of the newest, the real server are built from it. */
export const RELEASES: { readonly [V in KubernetesVersion]: string } = {
  1.33: '1.33.13',
  1.34: '1.34.4',
  1.35: '1.35.4',
  1.36: '1.36.3',
  1.37: '1.37.1',
};
