import { Emitter, Helper, literal } from './emit';
import { hasOnly, isText, Struct } from './fit';
import { call, Code, object } from './layout';
import { quote } from './text';

type Requirements = readonly Struct[];

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

const isRequirements = (value: unknown): value is Requirements => Array.isArray(value) && value.length > 0;

/** One requirement to labels, with `Labels` or `NodeTerm`. */
function requirement(value: Struct, helper: 'Labels' | 'NodeTerm'): Code | undefined {
  const key = quote(String(value.key));
  const values = value.values as string[] | undefined;
  switch (value.operator) {
    case 'In':
    case 'NotIn':
      return hasOnly(value, ['key', 'operator', 'values']) && values!.length > 0
        ? call(`${helper}.${value.operator === 'In' ? 'isIn' : 'isNotIn'}`, key, ...values!.map((one) => literal(one)))
        : undefined;
    case 'Exists':
    case 'DoesNotExist':
      return hasOnly(value, ['key', 'operator']) ? call(`${helper}.${value.operator === 'Exists' ? 'exists' : 'doesNotExist'}`, key) : undefined;
    case 'Gt':
    case 'Lt': {
      const number = Number(values?.[0]);
      const whole = hasOnly(value, ['key', 'operator', 'values']) && values!.length === 1 && Number.isSafeInteger(number) && String(number) === values![0];
      return whole ? call(`${helper}.${value.operator === 'Gt' ? 'greaterThan' : 'lessThan'}`, key, literal(number)) : undefined;
    }
    default:
      return undefined;
  }
}

function labelSelector(value: Struct, emit: Emitter): Code | undefined {
  if (hasOnly(value, [])) {
    return call('Labels.everything');
  }
  if (hasOnly(value, ['matchLabels']) && Object.keys(value.matchLabels as object).length > 0) {
    return call('Labels.match', emit.labels(value.matchLabels));
  }
  const expressions = value.matchExpressions;
  return hasOnly(value, ['matchExpressions']) && isRequirements(expressions)
    ? call('Labels.where', ...expressions.map((one) => emit.typed(one, 'LabelSelectorRequirement')))
    : undefined;
}

function nodeTerm(value: Struct, emit: Emitter): Code | undefined {
  const { matchExpressions, matchFields } = value as { [key: string]: Requirements | undefined };
  if (hasOnly(value, ['matchExpressions']) && isRequirements(matchExpressions)) {
    return call('NodeTerm.all', ...matchExpressions.map((one) => emit.typed(one, 'NodeSelectorRequirement')));
  }
  if (!hasOnly(value, ['matchFields']) || matchFields!.length !== 1 || !hasOnly(matchFields![0], ['key', 'operator', 'values'])) {
    return undefined;
  }
  const [{ key, operator, values }] = matchFields as [{ key: string; operator: string; values: string[] }];
  return key === 'metadata.name' && operator === 'In' && values.length === 1 ? call('NodeTerm.named', quote(values[0])) : undefined;
}

function nodeAffinity(value: Struct, emit: Emitter): Code | undefined {
  const { [REQUIRED]: required, ...rest } = value;
  if (!hasOnly(required, ['nodeSelectorTerms']) || (required.nodeSelectorTerms as Struct[]).length === 0) {
    return undefined;
  }
  const made = call('NodeTerm.required', ...(required.nodeSelectorTerms as Struct[]).map((term) => emit.typed(term, 'NodeSelectorTerm')));
  return Object.keys(rest).length === 0 ? made : object([undefined, made], ...emit.fields(rest, 'NodeAffinity'));
}

function toleration(value: Struct, emit: Emitter): Code | undefined {
  const known = ['effect', 'tolerationSeconds'];
  if (value.tolerationSeconds !== undefined && value.effect !== 'NoExecute') {
    return undefined;
  }
  const rest = emit.options(value, 'Toleration', 'key', 'operator', 'value');
  if (value.operator === 'Equal' && hasOnly(value, ['key', 'operator', 'value'], known)) {
    return call('Tolerate.equal', literal(value.key), literal(value.value), ...rest);
  }
  if (value.operator !== 'Exists') {
    return undefined;
  }
  if (hasOnly(value, ['operator'], known)) {
    return call('Tolerate.everything', ...rest);
  }
  return hasOnly(value, ['key', 'operator'], known) ? call('Tolerate.key', literal(value.key), ...rest) : undefined;
}

const PLACES: { readonly [label: string]: string } = { 'topology.kubernetes.io/zone': 'overZones', 'kubernetes.io/hostname': 'overHosts' };

function spread(value: Struct, emit: Emitter): Code | undefined {
  if (value.labelSelector === undefined || !isText(value.topologyKey)) {
    return undefined;
  }
  const method = Object.hasOwn(PLACES, value.topologyKey) ? PLACES[value.topologyKey] : undefined;
  const rest = emit.fields(value, 'TopologySpreadConstraint').filter(([key]) =>
    !['topologyKey', 'labelSelector'].includes(key)
    && !(key === 'maxSkew' && value.maxSkew === 1)
    && !(key === 'whenUnsatisfiable' && value.whenUnsatisfiable === 'DoNotSchedule'));
  return call(
    `Spread.${method ?? 'over'}`,
    ...(method === undefined ? [quote(value.topologyKey)] : []),
    emit.field(value.labelSelector, 'TopologySpreadConstraint', 'labelSelector'),
    ...(rest.length === 0 ? [] : [object(...rest)]),
  );
}

/** Helpers for scheduling, by the API type of the value that they make. */
export const SCHEDULING: { readonly [type: string]: Helper } = {
  LabelSelector: labelSelector,
  LabelSelectorRequirement: (value) => requirement(value, 'Labels'),
  NodeSelectorRequirement: (value) => requirement(value, 'NodeTerm'),
  NodeSelectorTerm: nodeTerm,
  NodeAffinity: nodeAffinity,
  PreferredSchedulingTerm: (value, emit) => call('NodeTerm.preferred', literal(value.weight), emit.typed(value.preference, 'NodeSelectorTerm')),
  Toleration: toleration,
  TopologySpreadConstraint: spread,
};

