import type { Field, Model, Type } from './model';
import { isStruct } from './model';
import { BANNER, docComment } from './text';
import { NIL_COUNTS } from '../../src/admission/decode/nil';

/** The types that nearly every object has: all others are read by the field table. */
const ORDINARY = [
  'Affinity', 'Capabilities', 'ConfigMapEnvSource', 'ConfigMapKeySelector', 'ConfigMapVolumeSource', 'Container', 'ContainerPort',
  'CronJob', 'CronJobSpec', 'DaemonSet', 'DaemonSetSpec', 'Deployment', 'DeploymentSpec', 'DeploymentStrategy', 'EmptyDirVolumeSource',
  'EnvFromSource', 'EnvVar', 'EnvVarSource', 'EphemeralContainer', 'ExecAction', 'HTTPGetAction', 'Job', 'JobSpec', 'JobTemplateSpec', 'KeyToPath',
  'LabelSelector', 'LabelSelectorRequirement', 'Lifecycle', 'LifecycleHandler', 'LocalObjectReference', 'ObjectFieldSelector', 'ObjectMeta',
  'PersistentVolumeClaimVolumeSource', 'Pod', 'PodAffinityTerm', 'PodAntiAffinity', 'PodSecurityContext', 'PodSpec', 'PodTemplateSpec',
  'Probe', 'ReplicaSet', 'ReplicaSetSpec', 'ResourceFieldSelector', 'ResourceRequirements', 'RollingUpdateDeployment', 'SeccompProfile',
  'SecretEnvSource', 'SecretKeySelector', 'SecretVolumeSource', 'SecurityContext', 'Service', 'ServicePort', 'ServiceSpec', 'StatefulSet',
  'StatefulSetSpec', 'TCPSocketAction', 'Toleration', 'TopologySpreadConstraint', 'Volume', 'VolumeMount', 'WeightedPodAffinityTerm',
];

/** What plugins change of a Pod, and so copy first. */
const COPIED = ['Container', 'Pod', 'PodSpec'];

/** Types with many fields of which one or two are there: only those are made. */
const ALTERNATIVES = new Set(['Volume']);

const HELPERS = ['empty', 'flag', 'int', 'ints', 'lengthOf', 'map', 'opens', 'other', 'others', 'scalar', 'since', 'text', 'texts', 'until'];

/** src/admission/decode/ordinary.ts: a function for each ordinary type that reads it in one go. */
export function ordinaryFile(model: Model): string {
  const types = ORDINARY.map((name) => model.types.get(name)!);
  const fields = types.flatMap((type) => [...type.fields.values()]);
  const lists = ORDINARY.filter((name) => fields.some((field) => field.container === 'list' && field.of === name));
  const droppable = new Set(fields.filter((field) => field.container === undefined && !field.ptr).map((field) => field.of));
  const body = [...types.map((type) => reader(type, droppable.has(type.name))), ...lists.map(listReader), ...COPIED.map((name) => copier(model.types.get(name)!))].join('\n\n');
  const used = HELPERS.filter((name) => new RegExp(`\\b${name}\\(`).test(body));
  return [
    `${BANNER}`,
    'import type { NormalObject } from \'./decode\';',
    `import { BLANK, ${used.join(', ')}, UNUSUAL } from './values';`,
    '',
    docComment([
      'Reads of the types that nearly every object has. Each makes a struct with all its fields at once and in one order, so that rules '
      + 'find each field in one place, whatever was written and in which order, which is what makes them fast. A field that is not there is '
      + 'undefined, as anywhere. They throw for what is out of the ordinary, which the careful reader then looks at.',
    ], ''),
    `export const ORDINARY: { readonly [type: string]: (source: unknown) => NormalObject | undefined } = {\n${
      ORDINARY.map((name) => `  ${name}: ${functionName(name)},`).join('\n')}\n};`,
    '',
    body,
    '',
  ].join('\n');
}

/** `readPodSpec`. */
function functionName(type: string): string {
  return `read${type}`;
}

/** A struct; one that may be left out when it is empty says so by undefined. */
function reader(type: Type, droppable: boolean): string {
  const fields = [...type.fields.values()];
  const names = fields.map(({ name }) => name);
  const loose = ALTERNATIVES.has(type.name);
  const cases = fields.map((field) => {
    const gate = `${field.since ? ` since(${field.since});` : ''}${field.until ? ` until(${field.until});` : ''}`;
    const target = loose ? `out.${field.name}` : `$${field.name}`;
    return `      case '${field.name}':${gate} ${target} = ${value(type.name, field)}; break;`;
  });
  const literal = object(names.map((name) => `${name}: $${name}`));
  const any = `(${wrapped(names.map((name, i) => i === 0 ? `$${name}` : `?? $${name}`), 4, 90)})`;
  return [
    `function ${functionName(type.name)}(source: unknown): NormalObject | undefined {`,
    '  if (!opens(source)) {',
    '    return undefined;',
    '  }',
    loose ? '  const out: NormalObject = {};' : `  let ${wrapped(names.map((name, i) => `$${name}: unknown${i === names.length - 1 ? ';' : ','}`), 4)}`,
    '  for (const key in source) {',
    '    const value = source[key];',
    ...loose ? ['    if (value === null || value === undefined) {', '      throw UNUSUAL;', '    }'] : [],
    '    switch (key) {',
    ...cases,
    '      default: throw UNUSUAL;',
    '    }',
    '  }',
    ...droppable && !loose ? [`  if (${any} === undefined && source !== BLANK) {`, '    return undefined;', '  }'] : [],
    `  return ${loose ? 'out' : literal};`,
    '}',
  ].join('\n');
}

function listReader(type: string): string {
  return [
    `function ${functionName(type)}List(value: unknown, nil?: boolean): NormalObject[] | undefined {`,
    '  const length = lengthOf(value, nil);',
    '  if (length === 0) {',
    '    return undefined;',
    '  }',
    '  const out = new Array<NormalObject>(length);',
    '  for (let i = 0; i < length; i++) {',
    `    const item = ${functionName(type)}((value as unknown[])[i]);`,
    '    if (item === undefined) {',
    '      throw UNUSUAL;',
    '    }',
    '    out[i] = item;',
    '  }',
    '  return out;',
    '}',
  ].join('\n');
}

/** A copy that is as quick to read as what readers make, which `{ ...struct }` is not. */
function copier(type: Type): string {
  const names = [...type.fields.keys()];
  return `export function copy${type.name}(source: object): NormalObject {\n  const from = source as NormalObject;\n  return ${
    object(names.map((name) => `${name}: from.${name}`))};\n}`;
}

/** The expression that reads a field's value. */
function value(owner: string, field: Field): string {
  const { of, container, ptr } = field;
  const nil = field.keep !== undefined
    || NIL_COUNTS.some(([type, way, fields]) => type === owner && way === undefined && fields.includes(field.name));
  const last = nil ? ', true' : '';
  const own = NIL_COUNTS.some(([type, way]) => type === owner && way === field.name);
  if (own) {
    return `other(value, '${owner}', '${field.name}')${ptr ? ' ?? empty(value)' : ''}`;
  }
  if (container === 'map') {
    return `map(value, ${of === 'string'}${last})`;
  }
  if (container === 'list') {
    return isStruct(of) ? ORDINARY.includes(of) ? `${functionName(of)}List(value${last})` : `others(value, '${of}'${last})`
      : of === 'string' ? `texts(value${last})` : `ints(value${last})`;
  }
  if (isStruct(of)) {
    const read = ORDINARY.includes(of) ? `${functionName(of)}(value)` : `other(value, '${of}')`;
    return ptr ? `${read} ?? empty(value)` : read;
  }
  switch (of) {
    case 'string': return `text(value${ptr ? ', true' : ''})`;
    case 'int32': return `int(value${ptr ? ', true' : ''})`;
    case 'boolean': return `flag(value${ptr ? ', true' : ''})`;
    default: return `scalar(value, '${of}'${ptr ? ', true' : ''})`;
  }
}

/** An object literal: on one line, or each property on its own. */
function object(properties: readonly string[]): string {
  const line = `{ ${properties.join(', ')} }`;
  return line.length < 120 ? line : `{\n    ${properties.join(',\n    ')},\n  }`;
}

/** Words on lines of their own when they are too long for one. */
function wrapped(words: readonly string[], indent: number, width = 115): string {
  const lines = [''];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last.length + word.length > width) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
