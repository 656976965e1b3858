import { App } from 'cdk8s';
import { EXAMPLES } from '../../examples/all';
import { review } from '../../src/admission';
import { manifestInOrder } from '../../src/testing/in-order';
import { writeDocuments } from '../../src/yaml/write/write';

/**
 * The YAML of an example: all objects, or those of a kind, and the whole object or only some places: `Pod spec.restartPolicy
 * spec.containers[0].env`. Items of lists keep their names.
 */
export function yamlOf(file: string, words: readonly string[]): string {
  return written(file, words, manifestInOrder);
}

/** The same for defaults: only the fields that the server adds to the manifest. */
export function defaultsOf(file: string, words: readonly string[]): string {
  return written(file, words, (manifest) => added(manifestInOrder(review(manifest).defaulted), manifest));
}

function written(file: string, words: readonly string[], what: (manifest: any) => any): string {
  const name = /^examples\/(.*)\.ts$/.exec(file)?.[1];
  const example = name === undefined ? undefined : EXAMPLES[name];
  if (example === undefined) {
    throw new Error(`${file} is no example of examples/all.ts`);
  }
  const manifests: any[] = new example(new App(), name!).toJson();
  const [wanted, ...places] = words;
  const [, kind, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(wanted ?? '') ?? [];
  const chosen = manifests.filter((manifest) => wanted === undefined || manifest.kind === kind)
    .filter((_, i) => index === undefined || i === Number(index)).map(what);
  if (chosen.length === 0) {
    throw new Error(`${file} has no ${wanted}`);
  }
  return writeDocuments(chosen.map((manifest) => places.length === 0 ? manifest : pick(manifest, places.map(steps)))).trimEnd();
}

function added(defaulted: any, manifest: any): any {
  if (Array.isArray(defaulted)) {
    return defaulted.map((item, i) => added(item, manifest[i]));
  }
  if (typeof defaulted !== 'object' || defaulted === null) {
    return defaulted;
  }
  const isNew = (key: string): boolean => JSON.stringify(defaulted[key]) !== JSON.stringify(manifest[key]);
  const own = Object.keys(defaulted).filter((key) => key === 'name' || !(key in manifest) || (typeof defaulted[key] === 'object' && isNew(key)));
  return Object.fromEntries(own.map((key) => [key, key in manifest ? added(defaulted[key], manifest[key]) : defaulted[key]])
    .filter(([, value]) => typeof value !== 'object' || Object.keys(value).length > 0));
}

function steps(place: string): (string | number)[] {
  return [...place.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));
}

function pick(value: any, paths: readonly (string | number)[][]): any {
  if (paths.some((path) => path.length === 0)) {
    return value;
  }
  const isWanted = (key: string | number): boolean => paths.some(([first]) => first === key);
  const inner = (key: string | number): any => pick(value[key], paths.filter(([first]) => first === key).map((path) => path.slice(1)));
  for (const [key] of paths) {
    if (typeof value !== 'object' || value === null || !(key in value)) {
      throw new Error(`there is no ${key} in ${JSON.stringify(value).slice(0, 200)}`);
    }
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => isWanted(i) ? [{ ...item?.name === undefined ? {} : { name: item.name }, ...inner(i) }] : []);
  }
  return Object.fromEntries(Object.keys(value).filter(isWanted).map((key) => [key, inner(key)]));
}
