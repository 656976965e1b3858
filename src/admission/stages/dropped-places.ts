import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import { Decoded } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { Path } from '../path';
import { podTemplateOf } from '../pod-template';
import { Report } from '../report';

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

type Spec = Decoded<k8s.PodSpec>;

/**
 * Corrects the places of findings, from number `since` on, about an object whose image volumes were dropped: those of the volumes and
 * mounts after them. What the server writes (`field`) stays.
 *
 * @param object as it was given
 */
export function restorePlaces(report: Report, since: number, object: NormalObject, kind: string, context: Context): void {
  const pod = podTemplateOf(object, kind);
  const spec = pod?.template.spec;
  if (pod === undefined || on(context, 'ImageVolume') || spec?.volumes?.some((volume) => volume.image !== undefined) !== true) {
    return;
  }
  const place = pod.at.child('spec');
  const volumes = place.child('volumes');
  const indices = indicesOf(spec.volumes, (volume) => volume.image === undefined);
  const gone = new Set(spec.volumes.filter((volume) => volume.image !== undefined).map((volume) => volume.name ?? ''));
  report.move(since, (at) => restored(at, volumes, indices) ?? restoredMount(at, place, spec, gone) ?? at);
}

/** The place of something in a mount. */
function restoredMount(at: Path, place: Path, spec: Spec, gone: ReadonlySet<string>): Path | undefined {
  for (const list of LISTS) {
    const containers = place.child(list);
    const index = at.indexIn(containers);
    if (index !== undefined) {
      const mounts = spec[list]?.[index]?.volumeMounts ?? [];
      return restored(at, containers.index(index).child('volumeMounts'), indicesOf(mounts, ({ name }) => !gone.has(name ?? '')));
    }
  }
  return undefined;
}

/** The place of something in a list of which only the items with these indices were left; undefined outside of the list. */
function restored(at: Path, list: Path, indices: readonly number[]): Path | undefined {
  const index = at.indexIn(list);
  return index === undefined ? undefined : at.moved(list.index(index), list.index(indices[index] ?? index));
}

/** The indices of the items that stay. */
function indicesOf<T>(items: readonly T[], stays: (item: T) => boolean): number[] {
  return items.flatMap((item, i) => stays(item) ? [i] : []);
}
