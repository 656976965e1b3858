import type * as k8s from '../../k8s';
import { capital, containersText, noneOf, placeOf } from '../closest';
import { matcher, quoted, shownPartial } from '../context';
import { difference, similar, yamlOf } from '../difference';
import { inOrder, orderOf } from '../in-order';
import { compare, Partially, withInstead } from '../partial';
import { items, PlacedContainer, podsOf } from '../pods';

/** A partial volume: `{ emptyDir: {} }`, `{ configMap: { name: 'settings' } }`; for a claim template of a StatefulSet, `volumeClaimTemplate`. */
export type VolumePart = Partially<k8s.Volume & { readonly volumeClaimTemplate?: k8s.PersistentVolumeClaim }>;

/** A partial volume mount: `{ readOnly: true }`. */
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
      const source = volumeOf(placed, one.name);
      return { placed, mount: one, source, way: compare(runner, mount ?? {}, one), what: compare(runner, volume ?? {}, source) };
    }));
    const right = mounted.filter(({ way, what }) => way.wrong + what.wrong === 0);
    return {
      pass: right.length > 0,
      explain: () => {
        if (right.length > 0) {
          return right.flatMap(({ placed, mount: one, source }) => [
            `${capital(placeOf(placed))}, mounts it:`,
            runner.utils.RECEIVED_COLOR(yamlOf(runner, { mount: one, volume: source }, order)),
          ]);
        }
        if (named.length === 0) {
          const like = similar(container, all.map(({ name }) => name));
          return [`${noneOf(pods, 'container')} '${container}'.${like === undefined ? '' : ` Did you mean '${like}'?`}`, containersText(pods)];
        }
        const [best] = [...mounted].sort((a, b) => a.way.wrong + a.what.wrong - b.way.wrong - b.what.wrong);
        if (best === undefined) {
          return named.map((placed) => `${capital(placeOf(placed))}, mounts nothing at ${quoted(path)}${otherMounts(placed)}.`);
        }
        const { way } = best;
        const what = withInstead(best.what, best.source, orderOf('Volume').filter((name) => name !== 'name').concat('volumeClaimTemplate'));
        const shown = (side: 'expected' | 'actual'): Shown => ({
          ...mount === undefined ? {} : { mount: way[side] },
          ...volume === undefined ? {} : { volume: what[side] },
        });
        const how = what.wrong > 0 ? `another volume there, ${quoted(best.mount.name)}` : `${quoted(best.mount.name)} there, otherwise`;
        return [`${capital(placeOf(best.placed))}, mounts ${how}:`, difference(runner, { expected: shown('expected'), actual: shown('actual') }, order)];
      },
    };
  },
);

interface Shown {
  readonly mount?: unknown; readonly volume?: unknown;
}

function mountsOf({ container }: PlacedContainer): any[] {
  return items(container?.volumeMounts).filter((mount) => typeof mount === 'object' && mount !== null);
}

/** The volume with a name; in a StatefulSet, a claim template stands for the volume that it becomes. */
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
