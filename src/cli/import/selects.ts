import { hasOnly, Struct } from './fit';
import { TypedPlan } from './plan';
import { sameJson } from '../../admission/formats/same-json';
import { labelValue, SELECTOR_LABEL } from '../../constructs/plain/naming';

/** A workload or pod that was made before, under its variable. */
export interface Selectable {
  readonly variable: string;
  readonly plan: TypedPlan;
}

/** The variable of the one whose labels are the Service's selector, if `selectorFor` gives exactly that. */
export function selectedBy(service: TypedPlan, known: readonly Selectable[]): string | undefined {
  const { selector, ports } = service.spec as { selector?: Struct; ports?: Struct[] };
  const fitting = selector === undefined ? [] : known.filter(({ plan }) =>
    sameJson(selector, labelsOf(plan)) && plan.metadata.namespace === service.metadata.namespace);
  return fitting.length === 1 && (ports ?? []).every((port) => isDeclared(port, fitting[0].plan)) ? fitting[0].variable : undefined;
}

/** What `matchLabels()` of the construct gives. */
function labelsOf(plan: TypedPlan): unknown {
  const { kind, metadata, spec, template } = plan;
  switch (kind) {
    case 'Pod':
      return metadata.labels;
    case 'Job':
    case 'CronJob':
    case 'PodTemplate':
      return undefined;
    case 'ReplicationController':
      return plan.unselected ? template!.metadata!.labels : spec.selector ?? ownLabels(plan);
    default:
      return spec.selector === undefined ? ownLabels(plan) : hasOnly(spec.selector, ['matchLabels']) ? spec.selector.matchLabels : undefined;
  }
}

function ownLabels({ kind, metadata }: TypedPlan): Struct {
  return { [SELECTOR_LABEL]: labelValue(kind.toLowerCase(), String(metadata.name)) };
}

/** Whether the target of a Service's port is no name, or the name of a port of the pods: `selectorFor` refuses others. */
function isDeclared(port: Struct, plan: TypedPlan): boolean {
  const { targetPort, protocol = 'TCP' } = port;
  if (typeof targetPort !== 'string' || /^\d+$/.test(targetPort)) {
    return true;
  }
  return plan.pod!.containers.filter(({ construct }) => construct !== 'InitContainer')
    .flatMap(({ value }) => (value.ports ?? []) as Struct[])
    .some((declared) => declared.name === targetPort && (declared.protocol ?? 'TCP') === protocol);
}
