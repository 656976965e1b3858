// What a real server says of an object, beside what the review says with the facts of its cluster.
import type { Finding, Review } from '../../src/admission';
import { sameJson } from '../../src/admission/formats/same-json';
import type { Answer } from '../e2e/client';

type Json = any;

/** Which plugin a refusal comes from, by the server's text. */
const REFUSALS: readonly (readonly [pattern: RegExp, area: string])[] = [
  [/^namespaces "[^"]*" not found/, 'namespace'],
  [/(?:minimum|maximum) \S+ usage per |max limit to request ratio per /, 'limit-range'],
  [/error looking up service account |is not allowed because service account |a mirror pod may not/, 'service-account'],
  [/violates PodSecurity /, 'pod-security'],
  [/no PriorityClass with name |the integer value of priority|the string value of PreemptionPolicy|is already marked as default/, 'priority'],
  [/RuntimeClass "[^"]*" not found|pod rejected: Pod|conflict: runtimeClass/, 'runtime-class'],
  [/exceeded quota: |failed quota: |status unknown for quota: /, 'resource-quota'],
];

/** How the two differ, in a few words each; nothing when they agree. */
export function differencesOf(real: Answer, ours: Review): string[] {
  const accepted = real.status === 201;
  if (accepted !== ours.allowed) {
    return [accepted ? `refused by ours only: ${codesOf(ours).join(', ')}` : `accepted by ours only: ${refusalOf(real)}`];
  }
  const warned = real.warnings.filter((text) => text.startsWith('would violate PodSecurity')).length;
  const warns = ours.findings.filter(({ code, subject }) => code === 'pod-security/warned' && subject === undefined).length;
  return [
    ...accepted ? differentStored(real.body as Json, ours.defaulted as Json) : differentRefusals(real, ours),
    ...accepted && warned !== warns ? [`warnings: server ${warned}, ours ${warns}`] : [],
  ];
}

function codesOf({ findings }: Review): string[] {
  return [...new Set(errorsOf(findings).map(({ code }) => code))].sort();
}

function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, subject }) => severity === 'error' && subject === undefined);
}

function refusalOf({ status, body }: Answer): string {
  const message = String((body as Json)?.message ?? '');
  return `${status} ${REFUSALS.find(([pattern]) => pattern.test(message))?.[1] ?? message.slice(0, 120)}`;
}

function differentRefusals(real: Answer, ours: Review): string[] {
  const errors = errorsOf(ours.findings);
  const causes: Json[] = (real.body as Json)?.details?.causes ?? [];
  if (real.status === 422) {
    const [server, mine] = [causes.map(({ reason, field }) => `${reason} ${field}`), errors.map(({ type, field }) => `${type} ${field}`)].map((list) => [...new Set(list)].sort().join('; '));
    return server === mine ? [] : [`errors: server ${server}, ours ${mine}`];
  }
  const message = String((real.body as Json)?.message ?? '');
  const areas = [...new Set(errors.map(({ code }) => code.slice(0, code.indexOf('/'))))];
  const area = REFUSALS.find(([pattern]) => pattern.test(message))?.[1];
  if (areas.length !== 1 || areas[0] !== area) {
    return [`refusal: server ${refusalOf(real)}, ours ${areas.join(', ')}`];
  }
  // Quotas come in no order: any of those that refuse can be the first.
  const quota = /(?:exceeded|failed) quota: ([^,:]+)[,:]/.exec(message)?.[1];
  if (quota !== undefined && !errors.every(({ message: text }) => text.includes(`'${quota}'`))) {
    return [];
  }
  const [server, mine] = [partsOf(message), [...new Set(errors.flatMap(({ code, message: text }) => partsOfOurs(code, text)))].sort().join(' ')];
  return server === undefined || server === mine ? [] : [`parts of the refusal: server ${server}, ours ${mine}`];
}

/** What of a limit range or quota is exceeded, where the text names it. */
function partsOf(message: string): string | undefined {
  const bounds = [...message.matchAll(/(minimum|maximum) (\S+) usage per /g)].map(([, bound, resource]) => `${bound.slice(0, 3)}:${resource}`);
  const ratios = message.split(' max limit to request ratio per ').slice(0, -1).map((before) => `ratio:${before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('[')) + 1)}`);
  if (bounds.length + ratios.length > 0) {
    return [...new Set([...bounds, ...ratios])].sort().join(' ');
  }
  const requested = /requested: (.*), used: /.exec(message)?.[1];
  const must = /must specify (.*)$/.exec(message)?.[1];
  return requested !== undefined ? requested.split(',').map((one) => `left:${one.slice(0, one.lastIndexOf('='))}`).sort().join(' ')
    : must !== undefined ? must.split('; ').map((one) => `set:${one.slice(0, one.indexOf(' for: '))}`).sort().join(' ') : undefined;
}

function partsOfOurs(code: string, message: string): string[] {
  const [, rule] = code.split('/');
  const resource = /(?:at (?:least|most) \S+ of|a limit of|the limit of) (\S+?)(?:,|:| may| may be|$)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'limit-range/min': case 'limit-range/max': return [`${rule}:${resource}`];
    case 'limit-range/ratio': return [`ratio:${/(?:request and a limit|the limit) of (\S+?)(?::| )/.exec(message)?.[1] ?? ''}`];
    case 'resource-quota/exceeded': return [`left:${/not enough (\S+) left/.exec(message)?.[1] ?? ''}`];
    case 'resource-quota/not-set': return [`set:${/ limits (\S+)$/.exec(message)?.[1] ?? ''}`];
    default: return [];
  }
}

/** What no review can tell, and what is told by others. */
const NOT_COMPARED = ['uid', 'resourceVersion', 'creationTimestamp', 'generation', 'managedFields', 'selfLink'];

function differentStored(real: Json, ours: Json): string[] {
  const [server, mine] = [normal(real), normal(ours)];
  return ['metadata', 'spec', 'data', 'stringData', 'imagePullSecrets', 'secrets', 'automountServiceAccountToken', 'value'].flatMap((field) => sameJson(server[field], mine[field]) ? []
    : differentPlaces(server[field], mine[field], field));
}

/** An object without what every creation gives another value. */
export function withoutMetadata(object: Json): Json {
  const copy = JSON.parse(JSON.stringify(object)) as Json;
  NOT_COMPARED.forEach((field) => delete copy.metadata?.[field]);
  return copy;
}

function normal(object: Json): Json {
  const copy = JSON.parse(JSON.stringify(object).replace(/kube-api-access-[a-z0-9]{5}(?=")/g, 'kube-api-access-xxxxx')) as Json;
  NOT_COMPARED.forEach((field) => delete copy.metadata?.[field]);
  if (copy.kind === 'Service') {
    ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'].forEach((field) => delete copy.spec?.[field]);
    copy.spec?.ports?.forEach((port: Json) => delete port.nodePort);
  }
  if (copy.kind === 'Job') {
    delete copy.spec.selector;
    delete copy.spec.template.metadata;
    delete copy.metadata.labels;
  }
  return copy;
}

function differentPlaces(a: Json, b: Json, path: string): string[] {
  const inner = (value: Json): value is { [key: string]: Json } => typeof value === 'object' && value !== null;
  if (!inner(a) || !inner(b)) {
    return [`${path.replace(/\.\d+/g, '[]')}: server ${JSON.stringify(a)?.slice(0, 60)}, ours ${JSON.stringify(b)?.slice(0, 60)}`];
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => sameJson(a[key], b[key]) ? [] : differentPlaces(a[key], b[key], `${path}.${key}`));
}
