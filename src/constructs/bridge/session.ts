import { ApiObject } from 'cdk8s';

/** What is made of a manifest as soon as it has been reviewed. */
export type Finish<T> = (manifest: any) => T;

/** What was made of manifests so far, while an app of this package synthesizes. */
let session: { readonly finish: Finish<unknown>; readonly kept: Map<ApiObject, unknown> } | undefined;

/**
 * Keeps what is made of the manifests that are reviewed during an action, so that none is rendered twice. The manifests themselves can
 * go at once, which is what keeps large apps quick: the garbage collector never has to move them. Other apps keep nothing.
 */
export function keepingManifests<T>(finish: Finish<unknown>, action: () => T): T {
  const before = session;
  session = { finish, kept: new Map() };
  try {
    return action();
  } finally {
    session = before;
  }
}

/** Keeps what becomes of the manifest of an object, if someone will ask for it. */
export function keepManifest(object: ApiObject, manifest: any): void {
  session?.kept.set(object, session.finish(manifest));
}

/** What was kept is not true any more. */
export function forgetManifest(object: ApiObject): void {
  session?.kept.delete(object);
}

/** What was made of the manifest of an object when it was reviewed, and forgets it; undefined when it was not. */
export function takeKept<T>(object: ApiObject): T | undefined {
  const found = session?.kept.get(object) as T | undefined;
  session?.kept.delete(object);
  return found;
}
