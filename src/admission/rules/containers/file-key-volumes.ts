import { CONTAINER_LISTS } from './container-lists';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';

type Volumes = ReadonlyMap<string, Decoded<k8s.Volume>>;

/** Variables from a file (`fileKeyRef`) need a volume of the pod, and that volume must be an emptyDir. */
export function validateFileKeyVolumes(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  let volumes: Volumes | undefined;
  for (const list of CONTAINER_LISTS) {
    const containers = spec[list];
    for (let i = 0; containers !== undefined && i < containers.length; i++) {
      const env = containers[i].env;
      for (let j = 0; env !== undefined && j < env.length; j++) {
        const reference = env[j].valueFrom?.fileKeyRef;
        if (reference !== undefined) {
          volumes ??= new Map(spec.volumes?.map((volume) => [volume.name ?? '', volume])); // the last of several volumes with one name wins
          const at = path.child(list).index(i).child('env').index(j).child('valueFrom').child('fileKeyRef').child('volumeName');
          validateVolume(volumes, reference.volumeName ?? '', at, ctx);
        }
      }
    }
  }
}

function validateVolume(volumes: Volumes, name: string, at: Path, ctx: Context): void {
  const volume = volumes.get(name);
  if (volume === undefined) {
    ctx.report.notFound(at, 'env/file-volume-missing', `the pod has no volume ${show(name)}`, { hint: 'add an emptyDir volume with that name' });
  } else if (volume.emptyDir === undefined) {
    ctx.report.invalid(at, 'env/file-volume', `volume ${show(name)} must be an emptyDir`);
  }
}
