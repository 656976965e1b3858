import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import type { Check, PodView, Violate } from './check';

const TYPES: readonly string[] = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
/** Since 1.31. */
const ENGINE = 'container_engine_t';

/** `seLinuxOptions.type` must be unset or a container type; `user` and `role` must be unset. */
export const seLinuxOptions: Check = {
  id: 'seLinuxOptions',
  level: 'baseline',
  reason: 'seLinuxOptions',
  since: 31,
  find: (pod, violate) => ofAll(pod, [...TYPES, ENGINE], violate),
};

/** The form of `seLinuxOptions` up to 1.30. */
export const seLinuxOptionsWithoutEngine: Check = { ...seLinuxOptions, since: 0, until: 30, find: (pod, violate) => ofAll(pod, TYPES, violate) };

function ofAll({ spec, path, containers }: PodView, types: readonly string[], violate: Violate): void {
  options(spec.securityContext?.seLinuxOptions, path, types, violate);
  for (const { container, path: at } of containers) {
    options(container.securityContext?.seLinuxOptions, at, types, violate);
  }
}

function options(given: Decoded<k8s.SELinuxOptions> | undefined, path: Path, types: readonly string[], violate: Violate): void {
  if (given === undefined) {
    return;
  }
  const at = path.child('securityContext').child('seLinuxOptions');
  if (!types.includes(given.type ?? '')) {
    violate(at.child('type'), `SELinux type '${given.type}' is not allowed`);
  }
  for (const field of ['user', 'role'] as const) {
    if (given[field]) {
      violate(at.child(field), `SELinux ${field} must not be set, got '${given[field]}'`);
    }
  }
}
