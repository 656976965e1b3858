import { readFileSync } from 'fs';
import { relative } from 'path';
import { Lines, rangeOf } from './in-file';
import { follow } from './keys';
import { readYaml, YamlDocument } from '../yaml/read/read';

/** Which object of which file a manifest was made from. */
export interface YamlOrigin {
  readonly file: string;
  /** Index among the documents of the file that are not empty. */
  readonly index: number;
}

type Keys = readonly (string | number)[];

/**
 * Where a place of a manifest is in the file that it was read from, as `web.yaml:12:7` from the working directory. Undefined when code has
 * changed the place since, or the file is no longer there or has other objects.
 */
export function placeInYaml({ file, index }: YamlOrigin, manifest: unknown, keys: Keys): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const document = readYaml(bytes, { mergeOverrides: 'allow' }).documents.filter(({ value }) => !isEmpty(value))[index];
  if (document === undefined || !sameKind(document.value, manifest) || isChanged(document.value, manifest, keys)) {
    return undefined;
  }
  const range = rangeOf(document as YamlDocument, keys, new Lines(bytes));
  return range === undefined ? undefined : `${relative(process.cwd(), file) || file}:${range.line}:${range.column}`;
}

/** cdk8s makes no object of these. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

function sameKind(value: unknown, manifest: unknown): boolean {
  return ['apiVersion', 'kind'].every((key) => follow(value, [key]).value === follow(manifest, [key]).value);
}

/** Whether a patch wrote or moved the place. */
function isChanged(before: unknown, after: unknown, keys: Keys): boolean {
  const then = follow(before, keys);
  const now = follow(after, keys);
  const isScalar = typeof now.value !== 'object' || now.value === null;
  const moved = keys.some((key, i) => typeof key === 'number'
    && follow(before, [...keys.slice(0, i + 1), 'name']).value !== follow(after, [...keys.slice(0, i + 1), 'name']).value
    && follow(after, [...keys.slice(0, i + 1), 'name']).whole);
  return moved || (now.whole && (!then.whole || (isScalar && then.value !== now.value)));
}
