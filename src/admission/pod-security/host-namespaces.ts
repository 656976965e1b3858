import type { Check } from './check';

/** `hostNetwork`, `hostPID` and `hostIPC` must be unset or false. */
export const hostNamespaces: Check = {
  id: 'hostNamespaces',
  level: 'baseline',
  reason: 'host namespaces',
  find: ({ spec, path }, violate) => {
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
      if (spec[field]) {
        violate(path.child(field), `${field} must not be true: it shares a namespace of the node with the pod`);
      }
    }
  },
};
