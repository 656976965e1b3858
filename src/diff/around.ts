// What of a set of manifests matters for the change of one of its objects.
import { identityOf, keyOf, knownKind } from '../objects/identity';
import { JsonMap, textAt, textsAt } from '../objects/plain';

/** The objects around one. All of it is optional knowledge: an empty set says nothing. */
export interface Around {
  /** The access modes of a claim; undefined for one that the set does not have. */
  readonly claimModes: (namespace: string | undefined, name: string) => readonly string[] | undefined;
  /** The name of the autoscaler of an object. */
  readonly autoscalerOf: (object: JsonMap, namespace: string | undefined) => string | undefined;
}

export const NOTHING_AROUND: Around = { claimModes: () => undefined, autoscalerOf: () => undefined };

/** Looks up claims and autoscalers of a set; each is searched once. */
export function aroundOf(objects: readonly JsonMap[], namespace: string): Around {
  const claims = new Map<string, readonly string[]>();
  const autoscalers = new Map<string, string>();
  const inNamespace = (object: JsonMap): string => textAt(object, 'metadata', 'namespace') ?? namespace;
  for (const object of objects) {
    const kind = knownKind(object);
    const name = textAt(object, 'metadata', 'name');
    if (kind === 'PersistentVolumeClaim' && name !== undefined) {
      claims.set(JSON.stringify([inNamespace(object), name]), textsAt(object, 'spec', 'accessModes'));
    } else if (kind === 'HorizontalPodAutoscaler' && name !== undefined) {
      const target = { apiVersion: textAt(object, 'spec', 'scaleTargetRef', 'apiVersion') ?? '', kind: textAt(object, 'spec', 'scaleTargetRef', 'kind') ?? '', metadata: { name: textAt(object, 'spec', 'scaleTargetRef', 'name') ?? '', namespace: inNamespace(object) } };
      const id = identityOf(target, namespace);
      if (id !== undefined) {
        autoscalers.set(keyOf(id), name);
      }
    }
  }
  return {
    claimModes: (of, name) => claims.get(JSON.stringify([of ?? namespace, name])),
    autoscalerOf: (object) => {
      const id = identityOf(object, namespace);
      return id === undefined ? undefined : autoscalers.get(keyOf(id));
    },
  };
}
