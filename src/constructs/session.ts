import { ApiObject } from 'cdk8s';

/** Manifests as they were reviewed, kept while an app of this package synthesizes, so that none is rendered twice. */
let kept: Map<ApiObject, any> | undefined;

/** Keeps the manifests that are reviewed during an action. Other apps than that of this package keep none. */
export function keepingManifests<T>(action: () => T): T {
  const before = kept;
  kept = new Map();
  try {
    return action();
  } finally {
    kept = before;
  }
}

/** Keeps the manifest of an object, if someone will ask for it. */
export function keepManifest(object: ApiObject, manifest: any): void {
  kept?.set(object, manifest);
}

/** What was kept is not true any more. */
export function forgetManifest(object: ApiObject): void {
  kept?.delete(object);
}

/** The manifest of an object, as it was reviewed if it was, and forgets it. */
export function takeManifest(object: ApiObject): any {
  const manifest = kept?.get(object);
  if (manifest === undefined) {
    return object.toJson();
  }
  kept!.delete(object);
  return manifest;
}
