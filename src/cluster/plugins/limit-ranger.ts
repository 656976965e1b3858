import { containerProblems, LimitProblem, podProblems, storageProblems } from './limits';
import type { Plugin, Request } from './plugin';
import type { Decoded } from '../../admission/decode/decoded';
import { show } from '../../admission/report';
import type * as k8s from '../../k8s';
import { JsonMap, mapAt, mapsAt, textAt } from '../../objects/plain';

type Resources = Decoded<k8s.ResourceRequirements>;
type Amounts = { readonly [resource: string]: string | undefined };

/** What the plugin has set is written down here. */
const ANNOTATION = 'kubernetes.io/limit-ranger';

/** The limit ranges of a namespace: defaults for containers, bounds for containers, pods and claims (plugin/pkg/admission/limitranger). */
export const limitRanger: Plugin = {
  name: 'LimitRanger',
  admit(request) {
    if (request.context.kind === 'Pod') {
      limitRangesOf(request).forEach((limitRange) => setDefaults(limitRange, request));
    }
    return true;
  },
  validate,
  validateUpdate: (request) => request.context.kind !== 'Pod' || request.context.update?.subresource === 'resize' ? validate(request) : true,
};

/** By name, as kubectl lists them; the server has no order. */
function limitRangesOf({ state, namespace }: Request): JsonMap[] {
  const name = (limitRange: JsonMap) => textAt(limitRange, 'metadata', 'name') ?? '';
  return [...state.list('LimitRange', namespace)].sort((a, b) => name(a) < name(b) ? -1 : 1);
}

function limitsOf(limitRange: JsonMap, type: string): JsonMap[] {
  return mapsAt(limitRange, 'spec', 'limits').filter((limit) => limit.type === type);
}

/** Sets what containers do not say, from the limit range as the server stores it: it has defaults of its own. */
function setDefaults(limitRange: JsonMap, request: Request): void {
  const limits = limitsOf(limitRange, 'Container');
  const defaults: Amounts = Object.assign({}, ...limits.map(defaultLimits)) as Amounts;
  const requests: Amounts = Object.assign({}, ...limits.map(defaultRequests)) as Amounts;
  const pod: Decoded<k8s.Pod> = request.object;
  const notes: string[] = [];
  const withDefaults = <T extends Decoded<k8s.Container>>(container: T, what: string): T => {
    const resources: Resources = container.resources ?? {};
    const missing = (of: 'requests' | 'limits', from: Amounts) => {
      const names = Object.keys(from).filter((name) => !Object.hasOwn(resources[of] ?? {}, name)).sort();
      if (names.length > 0) {
        notes.push(`${names.join(', ')} ${of === 'requests' ? 'request' : 'limit'} for ${what} ${container.name ?? ''}`);
      }
      const amounts = Object.fromEntries(names.map((name) => [name, from[name]]));
      return names.length === 0 ? undefined : { [of]: { ...resources[of], ...amounts } };
    };
    const added = { ...missing('requests', requests), ...missing('limits', defaults) };
    return Object.keys(added).length === 0 ? container : { ...container, resources: { ...resources, ...added } };
  };
  const containers = pod.spec?.containers?.map((container) => withDefaults(container, 'container'));
  const initContainers = pod.spec?.initContainers?.map((container) => withDefaults(container, 'init container'));
  if (notes.length > 0) {
    const annotations = { ...pod.metadata?.annotations, [ANNOTATION]: `LimitRanger plugin set: ${notes.join('; ')}` };
    const lists = { ...containers === undefined ? undefined : { containers }, ...initContainers === undefined ? undefined : { initContainers } };
    request.object = { ...pod, metadata: { ...pod.metadata, annotations }, spec: { ...pod.spec, ...lists } };
  }
}

/** A maximum is the default limit too. */
function defaultLimits(limit: JsonMap): Amounts {
  return { ...mapAt(limit, 'max'), ...mapAt(limit, 'default') } as Amounts;
}

/** A default limit is the default request too, and else the minimum. */
function defaultRequests(limit: JsonMap): Amounts {
  return { ...mapAt(limit, 'min'), ...defaultLimits(limit), ...mapAt(limit, 'defaultRequest') } as Amounts;
}

function validate(request: Request): boolean {
  const { object, context: { kind } } = request;
  if (kind !== 'Pod' && kind !== 'PersistentVolumeClaim') {
    return true;
  }
  for (const limitRange of limitRangesOf(request)) {
    const problems = kind === 'Pod'
      ? mapsAt(limitRange, 'spec', 'limits').flatMap((limit) => limit.type === 'Container' ? containerProblems(limit, object) : limit.type === 'Pod' ? podProblems(limit, object) : [])
      : limitsOf(limitRange, 'PersistentVolumeClaim').flatMap((limit) => storageProblems(limit, object));
    if (problems.length > 0) {
      problems.forEach((problem) => report(problem, limitRange, request));
      return false;
    }
  }
  return true;
}

function report({ at, code, message, hint }: LimitProblem, limitRange: JsonMap, { context }: Request): void {
  context.report.refused(at, `limit-range/${code}`,
    `${message} (LimitRange ${show(textAt(limitRange, 'metadata', 'name'))})`, { hint });
}
