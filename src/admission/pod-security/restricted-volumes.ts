import type { Check } from './check';

const ALLOWED = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'] as const;

/** Only volume sources that do not come from the node or from deprecated in-tree drivers are allowed. */
export const restrictedVolumes: Check = {
  id: 'restrictedVolumes',
  level: 'restricted',
  reason: 'restricted volume types',
  overrides: 'hostPathVolumes',
  find: ({ spec, path }, violate) => {
    spec.volumes?.forEach((volume, i) => {
      if (!ALLOWED.some((source) => volume[source] !== undefined)) {
        const source = Object.keys(volume).find((key) => key !== 'name') ?? 'no source';
        violate(path.child('volumes').index(i), `volume '${volume.name ?? ''}' has ${source}: must be one of ${ALLOWED.join(', ')}`);
      }
    });
  },
};
