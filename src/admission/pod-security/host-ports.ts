import type { Check } from './check';

/** `ports[].hostPort` must be unset or 0. */
export const hostPorts: Check = {
  id: 'hostPorts',
  level: 'baseline',
  reason: 'hostPort',
  find: ({ containers }, violate) => {
    for (const { container, path } of containers) {
      container.ports?.forEach((port, i) => {
        if (port.hostPort) {
          violate(path.child('ports').index(i).child('hostPort'), `hostPort is not allowed, got ${port.hostPort}`);
        }
      });
    }
  },
};
