import { ephemeralClaims, validateEphemeralClaimName } from './ephemeral';
import { validateIscsiInterface } from './iscsi';
import { SOURCES, SourceName, validateSource, writtenName } from './sources';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { dns1123Label } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

const NO_VOLUMES: ReadonlyMap<string, Decoded<k8s.Volume>> = new Map();

/**
 * The volumes of a pod: a unique DNS label as the name, and one source. Returns the valid ones by name, which are those that containers can
 * mount. Source: ValidateVolumes.
 */
export function validateVolumes(
  volumes: readonly Decoded<k8s.Volume>[] | undefined, path: Path, pod: PodContext,
): ReadonlyMap<string, Decoded<k8s.Volume>> {
  if (volumes === undefined || volumes.length === 0) {
    return NO_VOLUMES;
  }
  const good = new Map<string, Decoded<k8s.Volume>>();
  const claims = ephemeralClaims(volumes, pod);
  const { report } = pod;
  for (let i = 0; i < volumes.length; i++) {
    const volume = volumes[i];
    const at = path.index(i);
    const first = report.findings.length;
    validateVolumeSource(volume, at, pod);
    validateName(volume.name, at, good, pod);
    if (report.findings.length === first) {
      good.set(volume.name ?? '', volume);
    }
    if (claims !== undefined && volume.persistentVolumeClaim !== undefined && claims.has(volume.persistentVolumeClaim.claimName ?? '')) {
      report.invalid(at.child('persistentVolumeClaim').child('claimName'), 'volumes/claim-of-ephemeral-volume',
        `claimName ${show(volume.persistentVolumeClaim.claimName)} is not allowed: it is the claim of an ephemeral volume of this pod`,
        { hint: 'mount the ephemeral volume instead' });
    }
  }
  return good;
}

function validateName(name: string | undefined, path: Path, good: ReadonlyMap<string, unknown>, pod: PodContext): void {
  if (name === undefined) {
    pod.report.required(path.child('name'), 'volumes/name-required', 'a volume name is required');
    return;
  }
  const problem = dns1123Label(name);
  if (problem !== undefined) {
    pod.report.invalid(path.child('name'), 'volumes/name', `volume name ${show(name)} ${problem}`);
  }
  if (good.has(name)) {
    pod.report.duplicate(path.child('name'), 'volumes/duplicate-name', `duplicate volume name ${show(name)}`);
  }
}

/** Exactly one source. Of several, the server validates the first in its order and refuses the others. */
function validateVolumeSource(volume: Decoded<k8s.Volume>, path: Path, pod: PodContext): void {
  let only: SourceName | undefined;
  let count = 0;
  for (const field in volume) {
    if (field !== 'name' && volume[field as SourceName] !== undefined) {
      only = field as SourceName;
      count++;
    }
  }
  if (only === undefined) {
    pod.report.required(path, 'volumes/source-required', 'a volume source is required, such as emptyDir or configMap', { hint: 'emptyDir: {}' });
  } else if (count === 1) {
    validateOneSource(volume, only, path, pod);
  } else {
    validateManySources(volume, path, pod);
  }
}

function validateOneSource(volume: Decoded<k8s.Volume>, source: SourceName, path: Path, pod: PodContext): void {
  validateSource(volume, source, path, pod);
  if (source === 'iscsi') {
    validateIscsiInterface(volume, path, pod);
  } else if (source === 'ephemeral') {
    validateEphemeralClaimName(volume, path, pod);
  }
}

function validateManySources(volume: Decoded<k8s.Volume>, path: Path, pod: PodContext): void {
  let first: SourceName | undefined;
  for (const source of SOURCES) {
    if (volume[source] === undefined) {
      continue;
    }
    if (first === undefined) {
      first = source;
      validateOneSource(volume, source, path, pod);
      continue;
    }
    pod.report.forbidden(path.child(source), 'volumes/many-sources', `${source} is not allowed with ${first}: a volume has exactly one source`,
      { field: path.child(writtenName(source)), hint: `add another volume for ${source}` });
    if (source === 'iscsi') {
      validateIscsiInterface(volume, path, pod);
    }
  }
}
