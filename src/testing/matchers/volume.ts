import type * as k8s from '../../k8s';
import { capital, containersText, noneOf, placeOf } from '../closest';
import { matcher, quoted, shownPartial } from '../context';
import { difference, similar, yamlOf } from '../difference';
import { inOrder } from '../in-order';
import { compare, Partially } from '../partial';
import { items, PlacedContainer, podsOf } from '../pods';

/** A part of a volume: `{ emptyDir: {} }`, `{ configMap: { name: 'settings' } }`; a claim template of a StatefulSet is `volumeClaimTemplate`. */
export type VolumePart = Partially<k8s.Volume & { readonly volumeClaimTemplate?: k8s.PersistentVolumeClaim }>;

/** A part of how it is mounted: `{ readOnly: true }`. */
export type MountPart = Partially<k8s.VolumeMount>;

export const toMountVolume = matcher(
  'toMountVolume',
  (container: string, path: string, volume?: VolumePart, mount?: MountPart) =>
    [quoted(container), quoted(path), ...shownPartial(volume), ...shownPartial(mount)],
  (runner, subjects, container, path, volume, mount) => {
    const pods = podsOf(subjects);
    const all = pods.flatMap(({ containers }) => containers);
    const named = all.filter(({ name }) => name === container);
    const mounted = named.flatMap((placed) => mountsOf(placed).filter((one) => one.mountPath === path).map((one) => {
      const comparison = compare(runner, { mount: mount ?? {}, volume: volume ?? {} }, { mount: one, volume: volumeOf(placed, one.name) });
      return { placed, mount: one, comparison };
    }));
    const right = mounted.filter(({ comparison }) => comparison.wrong === 0);
    return {
      pass: right.length > 0,
      explain: () => {
        if (right.length > 0) {
          return right.flatMap(({ placed, mount: one }) => [
            `${capital(placeOf(placed))}, mounts it:`,
            runner.utils.RECEIVED_COLOR(yamlOf(runner, { mount: one, volume: volumeOf(placed, one.name) }, order)),
          ]);
        }
        if (named.length === 0) {
          const like = similar(container, all.map(({ name }) => name));
          return [`${noneOf(pods)} container '${container}'.${like === undefined ? '' : ` Did you mean '${like}'?`}`, containersText(pods)];
        }
        const [best] = [...mounted].sort((a, b) => a.comparison.wrong - b.comparison.wrong);
        if (best === undefined) {
          return named.map((placed) => `${capital(placeOf(placed))}, mounts nothing at ${quoted(path)}${otherMounts(placed)}.`);
        }
        const { expected, actual } = best.comparison as { readonly expected: Shown; readonly actual: Shown };
        const shown = mount === undefined ? { expected: { volume: expected.volume }, actual: { volume: actual.volume } } : best.comparison;
        return [`${capital(placeOf(best.placed))}, mounts another volume there, ${quoted(best.mount.name)}:`, difference(runner, shown, order)];
      },
    };
  },
);

interface Shown { readonly mount: unknown; readonly volume: unknown }

function mountsOf({ container }: PlacedContainer): any[] {
  return items(container?.volumeMounts).filter((mount) => typeof mount === 'object' && mount !== null);
}

/** The volume of a name; of a StatefulSet, a claim template stands for the volume that it makes. */
function volumeOf({ pod: { template, subject } }: PlacedContainer, name: unknown): unknown {
  const claim = items(subject.manifest?.spec?.volumeClaimTemplates).find((one) => one?.metadata?.name === name);
  return claim === undefined ? items(template.spec?.volumes).find((one) => one?.name === name) : { name, volumeClaimTemplate: claim };
}

function otherMounts(placed: PlacedContainer): string {
  const mounts = mountsOf(placed);
  return mounts.length === 0 ? '; it mounts no volume' : `; it mounts ${mounts.map(({ name, mountPath }) => `${quoted(name)} at ${quoted(mountPath)}`).join(', ')}`;
}

function order(value: unknown): unknown {
  const { mount, volume } = value as Shown;
  return {
    ...mount === undefined ? {} : { mount: inOrder(mount, 'VolumeMount') },
    ...volume === undefined ? {} : { volume: inOrder(volume, 'Volume') },
  };
}
