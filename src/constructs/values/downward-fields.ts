import * as k8s from '../../k8s';

/** The path of one label or annotation. */
export function keyedField(map: 'labels' | 'annotations', key: string): string {
  if (typeof key !== 'string' || key === '') {
    throw new Error(`the Downward API needs the key of one of the pod's ${map}; got ${JSON.stringify(key)}`);
  }
  return `metadata.${map}['${key}']`;
}

/** The name of a huge page resource, from a size as `2Mi` or a resource name as `hugepages-2Mi`. */
export function resourceName(kind: 'limits' | 'requests', pageSize: string): string {
  if (typeof pageSize !== 'string' || pageSize === '') {
    throw new Error(`huge pages need the size of their pages, such as '2Mi'; got ${JSON.stringify(pageSize)}`);
  }
  return `${kind}.${pageSize.startsWith('hugepages-') ? '' : 'hugepages-'}${pageSize}`;
}

/** A file with a resource of a container. */
export function fileRef(
  file: string, resource: string, options: { containerName: string; divisor?: string | number; mode?: number },
): k8s.DownwardAPIVolumeFile {
  const { mode, ...selector } = options ?? {};
  if (!selector.containerName) {
    throw new Error(`DownwardVolume: the file '${file}' needs the name of the container whose ${resource} it holds: { containerName: 'app' }`);
  }
  const ref = { path: file, resourceFieldRef: { resource, ...selector } };
  return mode === undefined ? ref : { ...ref, mode };
}
