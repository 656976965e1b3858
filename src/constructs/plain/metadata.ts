import { ApiObjectMetadataDefinition } from 'cdk8s';

/** The prototypes of metadata whose calls are watched, by the prototype that they stand before. */
const watching = new WeakMap<object, object>();

/** What is called on the metadata changes the manifest, as a patch does. A prototype serves all objects: there can be many. */
export function watchMetadata(metadata: ApiObjectMetadataDefinition): void {
  const original = Object.getPrototypeOf(metadata);
  let watched = watching.get(original);
  if (watched === undefined) {
    watched = Object.create(original) as object;
    for (const method of ['addLabel', 'addAnnotation', 'addFinalizers', 'addOwnerReference', 'add']) {
      Object.defineProperty(watched, method, {
        value(this: any, ...args: unknown[]) {
          this.apiObject._changed();
          return original[method].apply(this, args);
        },
      });
    }
    watching.set(original, watched);
  }
  Object.setPrototypeOf(metadata, watched);
}

/** What a metadata definition holds, unresolved: what its `toJson` starts from. */
export function metadataOf(definition: any): { [key: string]: unknown } {
  const { name, namespace, annotations, finalizers, ownerReferences, labels, _additionalAttributes: others } = definition;
  if (others === undefined) {
    return definition.toJson() ?? {};
  }
  const metadata: { [key: string]: unknown } = { annotations, finalizers, labels, name, namespace, ownerReferences };
  for (const key in others) {
    if (!(key in metadata)) {
      metadata[key] = others[key];
    }
  }
  return metadata;
}

/** cdk8s leaves every empty list and map of the metadata out. The value itself stays as it is. */
export function withoutEmpty(value: any): any {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map(withoutEmpty);
  }
  const result: any = {};
  let empty = true;
  for (const key of Object.keys(value)) {
    const found = withoutEmpty(value[key]);
    if (found !== undefined) {
      result[key] = found;
      empty = false;
    }
  }
  return empty ? undefined : result;
}
