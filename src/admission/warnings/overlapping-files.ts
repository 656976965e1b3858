import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';

type Files = readonly { readonly path?: string }[];

/** A file of a projected volume: the indices of its source and of its item there. */
interface Projected {
  readonly path: string;
  readonly source: number;
  readonly item: number;
}

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
  const paths = files.map((file) => file.path);
  for (const [later, earlier] of overlaps(paths)) {
    const [one, other] = [later, earlier].map((i) => ({ path: paths[i], of: nameOf(sources[files[i].source]) }));
    warnOf(volume, one, other, placeOf(sources, files[later], at), ctx);
  }
}

function isEmpty(source: Decoded<k8s.VolumeProjection>): boolean {
  for (const _ in source) {
    return false;
  }
  return true;
}

function filesOf(source: Decoded<k8s.VolumeProjection>, index: number): Projected[] | undefined {
  const items = itemsOf(source);
  return items !== undefined ? items.map((item, i) => ({ path: item.path ?? '', source: index, item: i }))
    : source.serviceAccountToken !== undefined ? [{ path: source.serviceAccountToken.path ?? '', source: index, item: 0 }] : undefined;
}

function itemsOf(source: Decoded<k8s.VolumeProjection>): Files | undefined {
  return source.configMap?.items ?? source.secret?.items ?? source.downwardAPI?.items;
}

function placeOf(sources: readonly Decoded<k8s.VolumeProjection>[], { source: index, item }: Projected, at: Path): Path {
  const source = sources[index];
  const place = at.index(index);
  if (itemsOf(source) === undefined) {
    return place.child('serviceAccountToken').child('path');
  }
  const field = source.configMap?.items !== undefined ? 'configMap' : source.secret?.items !== undefined ? 'secret' : 'downwardAPI';
  return place.child(field).child('items').index(item).child('path');
}

/** What the server's text calls a source. */
function nameOf({ configMap, secret, downwardAPI }: Decoded<k8s.VolumeProjection>): string {
  return configMap?.items !== undefined ? `configMap ${configMap.name ?? ''}` : secret?.items !== undefined ? `secret ${secret.name ?? ''}`
    : downwardAPI?.items !== undefined ? 'downwardAPI' : 'serviceAccountToken';
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
