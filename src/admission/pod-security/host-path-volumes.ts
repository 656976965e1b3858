import type { Check } from './check';

/** `hostPath` volumes are not allowed. */
export const hostPathVolumes: Check = {
  id: 'hostPathVolumes',
  level: 'baseline',
  reason: 'hostPath volumes',
  find: ({ spec, path }, violate) => {
    spec.volumes?.forEach((volume, i) => {
      if (volume.hostPath !== undefined) {
        violate(path.child('volumes').index(i).child('hostPath'), `hostPath is not allowed: volume '${volume.name ?? ''}' gives access to files of the node`);
      }
    });
  },
};
