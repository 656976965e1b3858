import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';

type Files = readonly { readonly path?: string }[];

/** A file of a projected volume, its place in its entry of sources, and what the server's text calls its source. */
interface Projected {
  readonly path: string;
  readonly entry: number;
  readonly way: readonly (string | number)[];
  readonly of: string;
}

/** The files of a podCertificate, in the server's order. */
const CERTIFICATE_FILES = ['certificateChainPath', 'keyPath', 'credentialBundlePath'] as const;

/** Maximum number of warnings. The server too sends only the first 4096 characters of its warnings. */
const MAX_OVERLAPS = 10_000;
const HINT = 'use a different path for each file, and no file as a directory of another';

/** Files of one volume with equal paths, or with one path inside the other. The server names no field. */
export function warnOfOverlappingFiles(volume: Decoded<k8s.Volume>, path: Path, index: number, ctx: Context): void {
  warnOfItems(volume, 'configMap', volume.configMap?.items, path, index, ctx);
  warnOfItems(volume, 'secret', volume.secret?.items, path, index, ctx);
  warnOfItems(volume, 'downwardAPI', volume.downwardAPI?.items, path, index, ctx);
  if (volume.projected?.sources !== undefined) {
    warnOfProjected(volume, volume.projected.sources, path.index(index).child('projected').child('sources'), ctx);
  }
}

function warnOfItems(volume: Decoded<k8s.Volume>, source: string, items: Files | undefined, path: Path, index: number, ctx: Context): void {
  if (items === undefined || items.length < 2) {
    return;
  }
  const paths = items.map((item) => item.path ?? '');
  for (const [later, earlier] of overlaps(paths)) {
    warnOf(volume, { path: paths[later] }, { path: paths[earlier] }, path.index(index).child(source).child('items').index(later).child('path'), ctx);
  }
}

function warnOfProjected(volume: Decoded<k8s.Volume>, sources: readonly Decoded<k8s.VolumeProjection>[], at: Path, ctx: Context): void {
  const files: Projected[] = [];
  let own: Projected[] = [];
  for (let i = 0; i < sources.length; i++) {
    if (isEmpty(sources[i])) {
      ctx.report.warning(at.index(i), 'volumes/empty-projection', `projected volume ${show(volume.name ?? '')}: a source has no content`,
        { field: '', hint: 'remove the item, or set a source such as secret or configMap' });
      continue;
    }
    // Up to 1.33, the server treats a source without files as if it had those of the source before it.
    own = filesOf(sources[i], i) ?? (on(ctx, 'ProjectedFilesAreOfTheirSource') ? [] : own);
    for (let j = 0; j < own.length; j++) {
      files.push(own[j]);
    }
  }
  if (files.length < 2) {
    return;
  }
  for (const [later, earlier] of overlaps(files.map((file) => file.path))) {
    const { entry, way } = files[later];
    const place = way.reduce((inner: Path, key) => typeof key === 'number' ? inner.index(key) : inner.child(key), at.index(entry));
    warnOf(volume, files[later], files[earlier], place, ctx);
  }
}

function isEmpty(source: Decoded<k8s.VolumeProjection>): boolean {
  for (const _ in source) {
    return false;
  }
  return true;
}

function filesOf({ configMap, secret, downwardAPI, ...others }: Decoded<k8s.VolumeProjection>, entry: number): Projected[] | undefined {
  const { serviceAccountToken: token, clusterTrustBundle: bundle, podCertificate: certificate } = others;
  const files = (items: Files, source: string, of: string): Projected[] =>
    items.map((item, i) => ({ path: item.path ?? '', entry, way: [source, 'items', i, 'path'], of }));
  if (configMap?.items !== undefined) {
    return files(configMap.items, 'configMap', `configMap ${configMap.name ?? ''}`);
  } else if (secret?.items !== undefined) {
    return files(secret.items, 'secret', `secret ${secret.name ?? ''}`);
  } else if (downwardAPI?.items !== undefined) {
    return files(downwardAPI.items, 'downwardAPI', 'downwardAPI');
  } else if (token !== undefined) {
    return [{ path: token.path ?? '', entry, way: ['serviceAccountToken', 'path'], of: 'serviceAccountToken' }];
  } else if (bundle !== undefined) {
    return [{ path: bundle.path ?? '', entry, way: ['clusterTrustBundle', 'path'], of: `clusterTrustBundle ${bundle.name ?? bundle.signerName ?? ''}` }];
  }
  return certificate === undefined ? undefined : CERTIFICATE_FILES.filter((field) => certificate[field] !== undefined)
    .map((field) => ({ path: certificate[field]!, entry, way: ['podCertificate', field], of: `podCertificate ${field}` }));
}

/** A file, and of what source in a projected volume. */
interface File {
  readonly path: string;
  readonly of?: string;
}

function warnOf(volume: Decoded<k8s.Volume>, later: File, earlier: File, at: Path, ctx: Context): void {
  const how = later.path === earlier.path ? `duplicate path ${show(later.path)}` : `paths ${show(later.path)} and ${show(earlier.path)} overlap`;
  const text = JSON.stringify([volume.name, ...[later, earlier].flatMap(({ path, of }) => [asDirectory(path), of])]);
  ctx.report.warning(at, 'volumes/overlapping-paths', `volume ${show(volume.name ?? '')}: ${how}`, { field: '', hint: HINT, text });
}

/** Pairs of indices of paths that are equal or inside one another, in list order. */
function overlaps(paths: readonly string[]): [later: number, earlier: number][] {
  const directories = paths.map(asDirectory);
  const sorted = directories.map((_, i) => i).filter((i) => directories[i] !== '/');
  // Sorting puts what is inside a directory right after it.
  sorted.sort((a, b) => directories[a] < directories[b] ? -1 : directories[a] > directories[b] ? 1 : a - b);
  const found: [number, number][] = [];
  const above: number[] = [];
  for (const i of sorted) {
    while (above.length > 0 && !directories[i].startsWith(directories[above[above.length - 1]])) {
      above.pop();
    }
    for (let k = 0; k < above.length && found.length < MAX_OVERLAPS; k++) {
      found.push(i > above[k] ? [i, above[k]] : [above[k], i]);
    }
    above.push(i);
  }
  return found.sort(([a, b], [c, d]) => a - c || b - d);
}

/** The path with exactly one trailing slash. */
function asDirectory(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 0x2f) {
    end--;
  }
  return `${path.slice(0, end)}/`;
}
