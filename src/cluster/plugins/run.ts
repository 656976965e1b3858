import type { Plugin, Request } from './plugin';
import { PLUGINS } from './registry';
import type { ClusterAdmission, Context } from '../../admission/context';
import type { NormalObject } from '../../admission/decode/normal';
import { kindFacts } from '../../k8s/kinds';
import type { ClusterState } from '../state';

/** Where an object is that does not say so. */
export const DEFAULT_NAMESPACE = 'default';

/** The admission plugins over a state of the cluster. */
export function admissionOf(state: ClusterState): ClusterAdmission {
  return {
    admit(object, context) {
      const request = requestOf(object, context, state);
      return passes('admit', request) ? request.object : undefined;
    },
    admitValid(object, context) {
      passes('validate', requestOf(object, context, state));
    },
    admitValidUpdate(object, old, context) {
      passes('validateUpdate', { ...requestOf(object, context, state), old });
    },
  };
}

function requestOf(object: NormalObject, context: Context, state: ClusterState): Request {
  return { object, context, state, namespace: namespaceOf(object, context.kind) };
}

function passes(step: 'admit' | 'validate' | 'validateUpdate', request: Request): boolean {
  return PLUGINS.every((plugin: Plugin) => plugin[step]?.(request) ?? true);
}

/** The namespace that an object goes into; undefined for one that belongs to the cluster. */
export function namespaceOf({ metadata }: NormalObject, kind: string): string | undefined {
  if (kindFacts(kind)?.clusterScoped === true) {
    return undefined;
  }
  const { namespace } = (metadata ?? {}) as { readonly namespace?: unknown };
  return typeof namespace === 'string' && namespace !== '' ? namespace : DEFAULT_NAMESPACE;
}
