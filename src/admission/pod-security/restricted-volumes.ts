import type { Check } from './check';

const ALLOWED = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'] as const;

/** Volumes may only have sources that are no storage of the node's or of old in-tree drivers. */
export const restrictedVolumes: Check = {
  id: 'restrictedVolumes',
  level: 'restricted',
  reason: 'restricted volume types',
  overrides: 'hostPathVolumes',
  find: ({ spec, path }, violate) => {
    spec.volumes?.forEach((volume, i) => {
      if (!ALLOWED.some((source) => volume[source] !== undefined)) {
        const source = Object.keys(volume).find((key) => key !== 'name') ?? 'no source';
        violate(path.child('volumes').index(i), `volume '${volume.name ?? ''}' has ${source}; allowed are ${ALLOWED.join(', ')}`);
      }
    });
  },
};
