// Where the manifests of a run come from: the generator, or a file.
import { readFileSync } from 'fs';
import { Problem } from './build';
import { generate, generateUpdate } from './generate';
import { isObject } from './generate/json';
import type { Subresource } from './generate/pairs';
import { Options } from './options';

export interface Asked {
  /** Identifies the manifest: its index, or the id in the file. */
  readonly id: string;
  readonly manifest: unknown;
  /** For an update: the old object. */
  readonly old?: unknown;
  readonly subresource?: Subresource;
}

/** All manifests of a run, in batches; only those of the process's own share. */
export function* batches(options: Options, size: number): Generator<Asked[]> {
  const all = options.file === undefined ? undefined : read(options.file);
  const count = all === undefined ? options.count : Math.min(all.length, options.count);
  const { index, of } = options.share ?? { index: 0, of: 1 };
  for (let start = 0, batch = 0; start < count; start += size, batch++) {
    if (batch % of !== index) {
      continue;
    }
    const end = Math.min(start + size, count);
    yield all?.slice(start, end) ?? Array.from({ length: end - start }, (_, i) => made(options, options.from + start + i));
  }
}

export function total(options: Options): number {
  return options.file === undefined ? options.count : Math.min(options.count, read(options.file).length);
}

/** The manifest of an id. */
export function find(options: Options, id: string): Asked {
  if (options.file === undefined) {
    return made(options, Number(id));
  }
  const found = read(options.file).find((asked) => asked.id === id);
  if (!found) {
    throw new Problem(`${options.file} has no manifest with the id ${id}`);
  }
  return found;
}

function made({ seed, kind, update, subresource }: Options, index: number): Asked {
  return { id: String(index), ...update ? generateUpdate(seed, index, kind, subresource) : { manifest: generate(seed, index, kind) } };
}

let lastFile: { readonly name: string; readonly asked: Asked[] } | undefined;

function read(name: string): Asked[] {
  if (lastFile?.name === name) {
    return lastFile.asked;
  }
  const lines = readFileSync(name, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const asked = lines.map((line, i): Asked => {
    const value = JSON.parse(line) as unknown;
    return isObject(value) && Object.hasOwn(value, 'manifest') ? { ...value as object, id: String(value.id ?? i), manifest: value.manifest } : { id: String(i), manifest: value };
  });
  lastFile = { name, asked };
  return asked;
}
