import { mergeTolerations } from './merge-tolerations';
import type { Plugin, Request } from './plugin';
import type { Decoded, Mutable } from '../../admission/decode/decoded';
import { cmp, parseQuantity } from '../../admission/formats/quantity';
import { Path } from '../../admission/path';
import { show } from '../../admission/report';
import type * as k8s from '../../k8s';
import { isMap, JsonMap, mapAt, mapsAt, own } from '../../objects/plain';

type Spec = Decoded<k8s.PodSpec>;
type Amounts = { readonly [resource: string]: string | number | undefined };

const SPEC = Path.root.child('spec');

/** A pod gets the overhead, node selector and tolerations of its runtime class, and no other overhead (plugin/pkg/admission/runtimeclass). */
export const runtimeClass: Plugin = {
  name: 'RuntimeClass',
  admit(request) {
    const found = request.context.kind === 'Pod' ? classOf(request) : undefined;
    if (found === 'absent') {
      const { runtimeClassName } = request.object.spec as Spec;
      request.context.report.refused(SPEC.child('runtimeClassName'), 'runtime-class/not-found', `RuntimeClass ${show(runtimeClassName)} does not exist in the cluster`,
        { hint: 'create the class first, or name one that exists' });
      return false;
    }
    return typeof found !== 'object' || apply(found, request);
  },
  validate(request) {
    const { object, context: { kind, report } } = request;
    const spec = (object.spec ?? {}) as Spec;
    const found = kind === 'Pod' ? classOf(request) : 'unknown';
    if (found === 'unknown' || (typeof found === 'object' && hasOverhead(found)) || spec.overhead === undefined) {
      return true;
    }
    report.refused(SPEC.child('overhead'), 'runtime-class/overhead-without-class', found === undefined
      ? 'overhead is not allowed without runtimeClassName: the server takes it from the RuntimeClass'
      : `overhead is not allowed: RuntimeClass ${show(spec.runtimeClassName)} has none`, { hint: 'remove overhead' });
    return false;
  },
};

/** The class that a pod names; undefined when it names none. */
function classOf({ object, state }: Request): JsonMap | 'absent' | 'unknown' | undefined {
  const { runtimeClassName } = (object.spec ?? {}) as Spec;
  return runtimeClassName === undefined ? undefined : state.find('RuntimeClass', runtimeClassName);
}

/** Also without any amount in it. */
function hasOverhead(found: JsonMap): boolean {
  return isMap(own(found, 'overhead'));
}

function apply(found: JsonMap, request: Request): boolean {
  const spec: Mutable<Spec> = { ...request.object.spec as Spec };
  request.object = { ...request.object, spec };
  const overhead = mapAt(found, 'overhead', 'podFixed') as Amounts;
  if (hasOverhead(found)) {
    if (spec.overhead !== undefined && Object.keys(spec.overhead).length > 0 && !sameAmounts(spec.overhead, overhead)) {
      request.context.report.refused(SPEC.child('overhead'), 'runtime-class/other-overhead', `overhead is not that of RuntimeClass ${show(spec.runtimeClassName)}`,
        { hint: 'remove overhead: the server takes it from the RuntimeClass' });
      return false;
    }
    spec.overhead = Object.keys(overhead).length === 0 ? undefined : overhead as Spec['overhead'];
  }
  return Object.keys(mapAt(found, 'scheduling')).length === 0 || schedule(mapAt(found, 'scheduling'), spec, request);
}

function schedule(scheduling: JsonMap, spec: Mutable<Spec>, { context: { report } }: Request): boolean {
  const nodeSelector = { ...spec.nodeSelector };
  for (const [key, value] of Object.entries(mapAt(scheduling, 'nodeSelector'))) {
    if (Object.hasOwn(nodeSelector, key) && nodeSelector[key] !== value) {
      report.refused(SPEC.child('nodeSelector').key(key), 'runtime-class/other-node-selector',
        `RuntimeClass ${show(spec.runtimeClassName)} requires ${show(value)} for the node label ${show(key)}, not ${show(nodeSelector[key])}`, { hint: 'remove the label from nodeSelector' });
      return false;
    }
    nodeSelector[key] = value as string;
  }
  if (Object.keys(nodeSelector).length > 0) {
    spec.nodeSelector = nodeSelector;
  }
  spec.tolerations = mergeTolerations(spec.tolerations ?? [], mapsAt(scheduling, 'tolerations') as Decoded<k8s.Toleration>[]);
  return true;
}

function sameAmounts(a: Amounts, b: Amounts): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => {
    const [x, y] = [a[name], b[name]].map((text) => text === undefined ? undefined : parseQuantity(text));
    return x !== undefined && y !== undefined && cmp(x, y) === 0;
  });
}
