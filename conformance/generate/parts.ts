// The parts of a manifest that combinations look at; undefined or empty where a change has made something else of them.
import { isObject } from './json';
import { Struct } from './make/maker';

export function structIn(value: unknown, ...path: string[]): Struct | undefined {
  for (const field of path) {
    value = isObject(value) ? value[field] : undefined;
  }
  return isObject(value) ? value : undefined;
}

export function listIn(value: unknown, ...path: string[]): unknown[] {
  for (const field of path) {
    value = isObject(value) ? value[field] : undefined;
  }
  return Array.isArray(value) ? value : [];
}

export const structsIn = (value: unknown, ...path: string[]): Struct[] => listIn(value, ...path).filter(isObject);

/** The list in a field, made if need be. */
export function ensureList(struct: Struct, field: string): unknown[] {
  if (!Array.isArray(struct[field])) {
    struct[field] = [];
  }
  return struct[field] as unknown[];
}

export function ensureStruct(struct: Struct, field: string): Struct {
  if (!isObject(struct[field])) {
    struct[field] = {};
  }
  return struct[field] as Struct;
}

/** The template of a manifest, or a Pod itself. */
export function templateOf(manifest: Struct): Struct | undefined {
  switch (manifest.kind) {
    case 'Pod': return manifest;
    case 'PodTemplate': return structIn(manifest, 'template');
    case 'CronJob': return structIn(manifest, 'spec', 'jobTemplate', 'spec', 'template');
    default: return structIn(manifest, 'spec', 'template');
  }
}

export const podOf = (manifest: Struct): Struct | undefined => structIn(templateOf(manifest), 'spec');

export function jobOf(manifest: Struct): Struct | undefined {
  return manifest.kind === 'Job' ? structIn(manifest, 'spec') : manifest.kind === 'CronJob' ? structIn(manifest, 'spec', 'jobTemplate', 'spec') : undefined;
}
