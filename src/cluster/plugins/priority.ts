import type { Plugin, Request } from './plugin';
import type { Decoded, Mutable } from '../../admission/decode/decoded';
import { Path } from '../../admission/path';
import { admitPriority, ClassOfPriority, systemClass } from '../../admission/plugins/priority';
import { show } from '../../admission/report';
import type * as k8s from '../../k8s';
import { JsonMap, numberAt, textAt } from '../../objects/plain';
import type { ClusterState } from '../state';

/** A pod gets the priority of its class, or of the default one; only one class can be the default (plugin/pkg/admission/priority). */
export const priority: Plugin = {
  name: 'Priority',
  admit(request) {
    if (request.context.kind !== 'Pod') {
      return true;
    }
    const spec: Mutable<Decoded<k8s.PodSpec>> = { ...request.object.spec as Decoded<k8s.PodSpec> | undefined };
    request.object = { ...request.object, spec };
    const { priorityClassName: name = '' } = spec;
    if (name === '') {
      return admitPriority(spec, request.context, classOf(defaultClassOf(request.state)) ?? systemClass(''));
    }
    const system = systemClass(name);
    if (system !== undefined) {
      return admitPriority(spec, request.context, system);
    }
    const found = request.state.find('PriorityClass', name);
    if (found === 'absent') {
      request.context.report.refused(Path.root.child('spec').child('priorityClassName'), 'priority/class-not-found',
        `PriorityClass ${show(name)} does not exist in the cluster`, { hint: 'create the class first, or name one that exists' });
      return false;
    }
    return found === 'unknown' || admitPriority(spec, request.context, classOf(found));
  },
  validate: (request) => request.context.kind !== 'PriorityClass' || isOnlyDefault(request),
  validateUpdate: (request) => request.context.kind !== 'PriorityClass' || isOnlyDefault(request),
};

function isOnlyDefault({ object, context: { report }, state }: Request): boolean {
  const { globalDefault, metadata }: Decoded<k8s.PriorityClass> = object;
  const other = globalDefault === true ? defaultClassOf(state) : undefined;
  const name = other === undefined ? undefined : textAt(other, 'metadata', 'name');
  if (name === undefined || name === metadata?.name) {
    return true;
  }
  report.refused(Path.root.child('globalDefault'), 'priority/second-default', `PriorityClass ${show(name)} is already the global default: only one class can be`,
    { hint: `remove globalDefault, or take it from ${show(name)} first` });
  return false;
}

/** Of several default classes, which only a race can make, the one with the lowest value. */
function defaultClassOf(state: ClusterState): JsonMap | undefined {
  const defaults = state.list('PriorityClass').filter(({ globalDefault }) => globalDefault === true);
  return defaults.sort((a, b) => (numberAt(a, 'value') ?? 0) - (numberAt(b, 'value') ?? 0))[0];
}

function classOf(object: JsonMap | undefined): ClassOfPriority | undefined {
  return object === undefined ? undefined : {
    name: textAt(object, 'metadata', 'name') ?? '',
    value: numberAt(object, 'value') ?? 0,
    preemptionPolicy: textAt(object, 'preemptionPolicy') ?? 'PreemptLowerPriority',
  };
}
