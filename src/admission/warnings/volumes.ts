import { warnOfClaimSize } from './fractions';
import { warnOfOverlappingFiles } from './overlapping-files';
import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';

/** Deprecated volume sources: since when, and since when they no longer work. */
const OLD_SOURCES: ReadonlyMap<string, readonly [deprecated: string, gone: string]> = new Map([
  ['photonPersistentDisk', ['1.11', '1.16']],
  ['gitRepo', ['1.11', '1.33']],
  ['scaleIO', ['1.16', '1.22']],
  ['flocker', ['1.22', '1.25']],
  ['storageos', ['1.22', '1.25']],
  ['quobyte', ['1.22', '1.25']],
  ['glusterfs', ['1.25', '1.26']],
  ['cephfs', ['1.28', '1.31']],
  ['rbd', ['1.28', '1.31']],
]);

/** Those of which the server does not warn in a PersistentVolume. */
const ONLY_IN_PODS = ['flocker', 'quobyte'];

/** The sources of a PersistentVolume that are of removed plugins. */
export function warnOfOldSources(spec: Decoded<k8s.PersistentVolumeSpec>, path: Path, ctx: Context): void {
  for (const source of Object.keys(spec)) {
    const old = ONLY_IN_PODS.includes(source) ? undefined : OLD_SOURCES.get(source);
    if (old !== undefined) {
      warnOfOldSource(source, source, old, path, ctx);
    }
  }
}

/** Volumes of removed plugins, claims with fractional sizes, and overlapping files. */
export function warnOfVolumes(volumes: readonly Decoded<k8s.Volume>[], path: Path, ctx: Context): void {
  for (let i = 0; i < volumes.length; i++) {
    const volume = volumes[i];
    for (const source in volume) {
      const old = OLD_SOURCES.get(source);
      if (old !== undefined) {
        warnOfOldSource(`volume ${show(volume.name ?? '')}: ${source}`, source, old, path.index(i), ctx);
      }
    }
    if (volume.ephemeral?.volumeClaimTemplate !== undefined) {
      const at = path.index(i).child('ephemeral').child('volumeClaimTemplate').child('spec');
      warnOfClaimSize(volume.ephemeral.volumeClaimTemplate.spec, at, at, ctx);
    }
  }
  for (let i = 0; i < volumes.length; i++) {
    warnOfOverlappingFiles(volumes[i], path, i, ctx);
  }
}

function warnOfOldSource(what: string, source: string, [deprecated, gone]: readonly [string, string], at: Path, ctx: Context): void {
  const git = source === 'gitRepo';
  // the server's spelling
  const field = at.child(source === 'storageos' ? 'storageOS' : source);
  ctx.report.warning(at.child(source), 'volumes/deprecated-source',
    `${what} is deprecated since Kubernetes ${deprecated} and ${git ? 'disabled by default' : 'has no effect'} since ${gone}`,
    { field, hint: git ? 'clone it in an init container, into an emptyDir' : 'use a volume of a CSI driver' });
}
