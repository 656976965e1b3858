import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import type { Check, Violate } from './check';

const TYPES: ReadonlySet<string> = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']);

/** `seLinuxOptions.type` must be unset or a container type; `user` and `role` must be unset. */
export const seLinuxOptions: Check = {
  id: 'seLinuxOptions',
  level: 'baseline',
  reason: 'seLinuxOptions',
  find: ({ spec, path, containers }, violate) => {
    options(spec.securityContext?.seLinuxOptions, path, violate);
    for (const { container, path: at } of containers) {
      options(container.securityContext?.seLinuxOptions, at, violate);
    }
  },
};

function options(given: Decoded<k8s.SELinuxOptions> | undefined, path: Path, violate: Violate): void {
  if (given === undefined) {
    return;
  }
  const at = path.child('securityContext').child('seLinuxOptions');
  if (!TYPES.has(given.type ?? '')) {
    violate(at.child('type'), `SELinux type '${given.type}' is not allowed`);
  }
  for (const field of ['user', 'role'] as const) {
    if (given[field]) {
      violate(at.child(field), `SELinux ${field} must not be set, got '${given[field]}'`);
    }
  }
}
