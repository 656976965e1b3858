import * as k8s from '../../k8s';
import { fail } from '../bridge/attach';

/** The path of one label or annotation. */
export function keyedField(map: 'labels' | 'annotations', key: string): string {
  if (typeof key !== 'string' || key === '') {
    fail(`a key of the pod's ${map} is required, got ${JSON.stringify(key)}`);
  }
  return `metadata.${map}['${key}']`;
}

/** The name of a huge page resource, from a size as `2Mi` or a resource name as `hugepages-2Mi`. */
export function resourceName(kind: 'limits' | 'requests', pageSize: string): string {
  if (typeof pageSize !== 'string' || pageSize === '') {
    fail(`a page size such as '2Mi' is required, got ${JSON.stringify(pageSize)}`);
  }
  return `${kind}.${pageSize.startsWith('hugepages-') ? '' : 'hugepages-'}${pageSize}`;
}

/** A file with a resource of a container. */
export function fileRef(
  file: string, resource: string, options: { containerName: string; divisor?: string | number; mode?: number },
): k8s.DownwardAPIVolumeFile {
  const { mode, ...selector } = options ?? {};
  if (!selector.containerName) {
    fail(`DownwardVolume: the file '${file}' needs the name of the container whose ${resource} it holds`, "set { containerName: 'app' }");
  }
  const ref = { path: file, resourceFieldRef: { resource, ...selector } };
  return mode === undefined ? ref : { ...ref, mode };
}
