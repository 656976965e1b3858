import { typeOfKind } from '../k8s/kinds';
import type { ObjectResult } from '../report/model';

/** A string that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether an object is of a kind: by its name, or with its apiVersion before it. */
export function isOfKind({ apiVersion, kind }: Pick<ObjectResult, 'apiVersion' | 'kind'>, name: string): boolean {
  return name === kind || name === `${apiVersion}/${kind}`;
}

/**
 * Not a Kubernetes object: something other than a map, or a map without kind and with no apiVersion, such as a chart's values, or with a
 * number as such, such as the settings of Grafana.
 */
export function isNoManifest(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return true;
  }
  return !Object.hasOwn(value, 'kind') && (!Object.hasOwn(value, 'apiVersion') || typeof (value as { apiVersion: unknown }).apiVersion === 'number');
}

/** Whether a value has a kind, whatever it is. */
export function hasKind(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'kind');
}

/** The items of a `PodList` that comes from the server have no apiVersion and kind: clients add them, and so does this. */
export function withItemKinds(object: any): any {
  const kind = typeof object?.kind === 'string' && object.kind.endsWith('List') ? object.kind.slice(0, -'List'.length) : '';
  if (kind === '' || typeof object.apiVersion !== 'string' || typeOfKind(kind, object.apiVersion) === undefined || !Array.isArray(object.items)) {
    return object;
  }
  const items = object.items.map((item: any) => typeof item === 'object' && item !== null && !Array.isArray(item)
    ? { ...item, apiVersion: item.apiVersion ?? object.apiVersion, kind: item.kind ?? kind } : item);
  return { ...object, apiVersion: 'v1', kind: 'List', items };
}
