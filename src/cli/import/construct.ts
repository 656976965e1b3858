import { Emitter, literal } from './emit';
import { Escape, hasOnly, isText, placeText, pointer, Struct } from './fit';
import { call, callOn, Code, Entry, object } from './layout';
import { Names } from './names';
import { TypedPlan } from './plan';
import { PodCode, podCode } from './pod';
import { Statement } from './program';
import { quote } from './text';
import { kindFacts } from '../../k8s/kinds';

/** What a construct is made in, and of. */
export interface Making {
  readonly id: string;
  /** The variable of the chart. */
  readonly chart: string;
  readonly variable?: string;
  readonly emit: Emitter;
  readonly names: Names;
  /** The namespace of the chart, which objects need not repeat. */
  readonly namespace?: string;
  /** The variable of the workload whose pods a Service selects. */
  readonly selects?: string;
}

/** More lines of one kind would say nothing new. */
const MOST_COMMENTS = 5;

/** The chart and the id, the first arguments of every construct. */
const inChart = ({ chart, id }: Making): Code[] => [chart, quote(id)];

/** The statements that make an object of this library's constructs. */
export function constructCode(plan: TypedPlan, making: Making): Statement[] {
  const { emit, variable, names } = making;
  const pod = plan.pod && podCode(plan.pod, variable!, emit, names);
  const props = object(...metadataCode(plan.metadata, plan.kind, making), ...specCode(plan, making, pod));
  const made = call(`new ${plan.kind}`, ...inChart(making), props);
  const before = volumeStatements(pod?.before ?? []);
  if (pod === undefined) {
    return [{ code: patched(made, plan.escapes), comments: escapeComments(plan.escapes), gap: true }];
  }
  const escapes: Statement[] = plan.escapes.length === 0 ? [] : [{ code: patched(variable!, plan.escapes), comments: escapeComments(plan.escapes) }];
  if (plan.unselected) {
    escapes.push({
      code: callOn(variable!, 'addJsonPatch', call('JsonPatch.remove', quote('/spec/selector'))),
      comments: ['No selector: the server uses the labels of the template.'],
    });
  }
  return [
    ...before.map((statement, i) => (i === 0 ? { ...statement, gap: true } : statement)),
    { variable, code: made, gap: before.length === 0 },
    ...escapes,
    ...volumeStatements(pod.after).map((statement, i) => (i === 0 ? { ...statement, gap: true } : statement)),
    ...pod.containers.map(({ plan: container, name, props: fields }, i) => ({
      code: patched(call(`new ${container.construct}`, variable!, quote(name), object(...fields)), container.escapes),
      comments: [
        ...container.places.flatMap(([parent, key]) => emit.above(parent, key)), ...emit.above(container.value, 'name'), ...escapeComments(container.escapes),
      ],
      gap: i === 0,
    })),
  ];
}

/** The statement that makes an object of another kind. */
export function apiObjectCode(
  plan: { apiVersion: string; kind: string; metadata: Struct; fields: Struct; escapes: readonly Escape[] },
  making: Making,
  comments: readonly string[],
): Statement {
  const { metadata, escapes } = plan;
  const { emit } = making;
  const props = object(
    ['apiVersion', quote(plan.apiVersion)],
    ['kind', quote(plan.kind)],
    ...metadataCode(metadata, plan.kind, making),
    ...Object.entries(plan.fields).map(([key, value]) => [key, emit.literal(value), emit.above(plan.fields, key)] as const),
  );
  const named = metadata.generateName === undefined || metadata.name !== undefined;
  const patches = [...escapes.map(addPatch), ...(named ? [] : [call('JsonPatch.remove', quote('/metadata/name'))])];
  const made = call('new ApiObject', ...inChart(making), props);
  return {
    code: patches.length === 0 ? made : callOn(made, 'addJsonPatch', ...patches),
    comments: [...comments, ...escapeComments(escapes), ...(named ? [] : ['The server generates the name, so no name is written.'])],
    gap: true,
  };
}

function metadataCode(metadata: Struct, kind: string, { emit, namespace }: Making): Entry[] {
  // Constructs of cluster-scoped kinds do not take the namespace from their chart.
  const ofChart = metadata.namespace === namespace && kindFacts(kind)?.clusterScoped !== true;
  const fields = emit.fields(metadata, 'ObjectMeta', ...ofChart ? ['namespace'] : []);
  return fields.length === 0 ? [] : [['metadata', object(...fields)]];
}

function specCode(plan: TypedPlan, making: Making, pod: PodCode | undefined): Entry[] {
  const { emit } = making;
  const { kind, template, base } = plan;
  if (base !== undefined) {
    return emit.fields(plan.spec, base);
  }
  const podFields = template && pod ? podFieldsCode(template, pod, emit) : [];
  switch (kind) {
    case 'Pod':
      return podFields;
    case 'CronJob': {
      const { metadata, spec } = plan.job!;
      const job = [...templateMetadata(metadata, emit), ...emit.fields(spec, 'JobSpec'), ['template', object(...podFields)] as const];
      return [...emit.fields(plan.spec, 'CronJobSpec'), ['jobTemplate', object(...job)]];
    }
    default: {
      const spec = Object.entries(plan.spec).filter(([key]) => key !== 'volumeClaimTemplates').map(([key, value]): Entry => {
        const above = emit.above(plan.spec, key);
        if (key === 'selector') {
          return kind === 'Service' && making.selects !== undefined ? ['selectorFor', making.selects, above] : [key, selectorCode(value as Struct, kind, emit), above];
        }
        return [key, emit.field(value, `${kind}Spec`, key), above];
      });
      const selector: Entry[] = plan.unselected ? [['selector', emit.labels(template!.metadata!.labels)]] : [];
      const claims: Entry[] = pod?.claims === undefined ? [] : [['volumeClaimTemplates', pod.claims]];
      return [...spec, ...selector, ...claims, ...(podFields.length === 0 ? [] : [['template', object(...podFields)] as const])];
    }
  }
}

/** Of a workload: the API's own form, where it is as short as a helper. */
function selectorCode(selector: Struct, kind: string, emit: Emitter): Code {
  if (kind === 'Service' || kind === 'ReplicationController') {
    return emit.labels(selector);
  }
  return hasOnly(selector, ['matchLabels']) ? emit.plain(selector, 'LabelSelector') : emit.typed(selector, 'LabelSelector');
}

function podFieldsCode(template: { metadata?: Struct; spec: Struct }, pod: PodCode, emit: Emitter): Entry[] {
  const fields = Object.entries(template.spec).map(([key, value]): Entry => [key, podField(key, value, emit), emit.above(template.spec, key)]);
  return [...templateMetadata(template.metadata, emit), ...fields, ...(pod.volumes === undefined ? [] : [['volumes', pod.volumes] as const])];
}

function podField(key: string, value: unknown, emit: Emitter): Code {
  if (key === 'imagePullSecrets') {
    return emit.list(value as Struct[], (secret) => isText(secret.name) ? quote(secret.name) : emit.literal(secret));
  }
  return emit.field(value, 'PodSpec', key);
}

function templateMetadata(metadata: Struct | undefined, emit: Emitter): Entry[] {
  return metadata === undefined ? [] : [['metadata', object(...emit.fields(metadata, 'ObjectMeta'))]];
}

function volumeStatements(volumes: PodCode['before']): Statement[] {
  return volumes.map(({ variable, code, comments }) => ({ variable, code, comments }));
}

function patched(code: Code, escapes: readonly Escape[]): Code {
  return escapes.length === 0 ? code : callOn(code, 'addJsonPatch', ...escapes.map(addPatch));
}

function addPatch({ path, value }: Escape): Code {
  return call('JsonPatch.add', quote(pointer(path)), literal(value));
}

function escapeComments(escapes: readonly Escape[]): string[] {
  const said = escapes.slice(0, MOST_COMMENTS).map(({ path, why }) => `Not in the types: ${placeText(path)} ${why}.`);
  return escapes.length > said.length ? [...said, `And ${escapes.length - said.length} more.`] : said;
}
