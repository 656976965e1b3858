import { Context, on } from '../context';
import { podTemplateOf } from './drop-disabled';
import type * as k8s from '../../k8s';
import { Decoded } from '../decode/decoded';
import { Report } from '../report';

const VOLUME = /^((?:(?:spec\.(?:jobTemplate\.spec\.)?)?template\.)?spec\.volumes)\[(\d+)\](.*)$/;
const MOUNT = /^((?:(?:spec\.(?:jobTemplate\.spec\.)?)?template\.)?spec\.(initContainers|containers|ephemeralContainers)\[(\d+)\]\.volumeMounts)\[(\d+)\](.*)$/;

/**
 * Corrects the places of findings, from the one numbered `since` on, about an object whose image volumes were dropped: those of the volumes
 * and mounts after them. What the server writes (`field`) stays.
 *
 * @param object as it was given
 */
export function restorePlaces(report: Report, since: number, object: any, kind: string, context: Context): void {
  const spec: Decoded<k8s.PodSpec> | undefined = podTemplateOf(object, kind)?.spec;
  if (on(context, 'ImageVolume') || spec?.volumes?.some((volume) => volume.image !== undefined) !== true) {
    return;
  }
  const gone = new Set(spec.volumes.filter((volume) => volume.image !== undefined).map((volume) => volume.name ?? ''));
  const volumes = numbersOf(spec.volumes, (volume) => volume.image === undefined);
  const known = new Map<object, number[]>();
  for (let i = since; i < report.findings.length; i++) {
    const finding = report.findings[i];
    const volume = VOLUME.exec(finding.at);
    const mount = volume === null ? MOUNT.exec(finding.at) : null;
    if (volume !== null) {
      report.findings[i] = { ...finding, at: `${volume[1]}[${volumes[Number(volume[2])] ?? volume[2]}]${volume[3]}` };
    } else if (mount !== null) {
      const mounts = spec[mount[2] as 'containers']?.[Number(mount[3])]?.volumeMounts ?? [];
      const numbers = known.get(mounts) ?? numbersOf(mounts, ({ name }) => !gone.has(name ?? ''));
      known.set(mounts, numbers);
      report.findings[i] = { ...finding, at: `${mount[1]}[${numbers[Number(mount[4])] ?? mount[4]}]${mount[5]}` };
    }
  }
}

/** The indices of the items that stay. */
function numbersOf<T>(items: readonly T[], stays: (item: T) => boolean): number[] {
  return items.flatMap((item, i) => stays(item) ? [i] : []);
}
