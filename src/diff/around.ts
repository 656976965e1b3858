// What of a set of manifests matters for the change of one of its objects.
import { identityOf, keyOf, knownKind } from './identity';
import { at, Json, JsonMap, mapAt, mapsAt, textAt } from './plain';
import { LabelMap, selectsLabels } from '../admission/formats/label-selector';

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
      claims.set(JSON.stringify([inNamespace(object), name]), strings(at(object, 'spec', 'accessModes')));
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

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Whether a label selector selects a set of labels. No selector, and one with an operator that the API does not have, selects nothing. */
export function selects(selector: Json | undefined, labels: JsonMap): boolean {
  return selector !== undefined && selectsLabels({
    matchLabels: textsOf(mapAt(selector, 'matchLabels')),
    matchExpressions: mapsAt(selector, 'matchExpressions').map((one) => ({ key: textAt(one, 'key'), operator: textAt(one, 'operator'), values: strings(at(one, 'values')) })),
  }, textsOf(labels));
}

function textsOf(map: JsonMap): LabelMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, typeof value === 'string' ? value : '']));
}
