// Objects that nothing uses.
import type { Check } from './check';
import { Path } from '../../admission/path';
import { keyOf } from '../../objects/identity';
import { isMap, Json, mapAt, own, textAt } from '../../objects/plain';
import type { App } from '../app/app';
import type { AppObject } from '../model';

/** What is made to be used by others of the app, and by whom. */
const USED: { readonly [kind: string]: string } = {
  ConfigMap: 'no pod reads or mounts it',
  Secret: 'nothing reads or mounts it',
  PersistentVolumeClaim: 'no pod mounts it',
  ServiceAccount: 'no pod runs as it',
  PriorityClass: 'no pod has it',
  ResourceClaim: 'no pod uses it',
  ResourceClaimTemplate: 'no pod uses it',
  Role: 'no binding grants it',
};
/** Secrets that Kubernetes itself or a tool reads, whoever else does. */
const READ_BY_OTHERS = /^(kubernetes\.io\/service-account-token|bootstrap\.kubernetes\.io\/token|helm\.sh\/.*)$/;

/** Objects of an app with pods that none of the others names, not even in a command, an argument or a foreign object. */
export const unusedObjects: Check = (app, report) => {
  if (app.pods.all.length === 0 || !app.isWhole) {
    return;
  }
  const used = new Set(app.references.map(({ to }) => keyOf(to)));
  let words: ReadonlySet<string> | undefined;
  for (const object of app.objects) {
    const { kind = '', id } = object;
    if (Object.hasOwn(USED, kind) && !used.has(object.key) && !isForOthers(app, object)) {
      words ??= wordsOfPods(app);
      if (!words.has(id.name) && !app.foreign.names(id.name)) {
        report.add(object, Path.root, {
          code: 'links/unused',
          verdict: 'not-in-input',
          severity: 'advice',
          message: `nothing in the app uses it: ${USED[kind]}`,
          hint: 'remove it, or correct the name where it should be used',
        });
      }
    }
  }
};

function isForOthers(app: App, { kind, object, id, unreadable }: AppObject): boolean {
  return unreadable || id.name === '' || kind === 'Secret' && READ_BY_OTHERS.test(textAt(object, 'type') ?? '')
    || kind === 'PriorityClass' && own(object, 'globalDefault') === true || kind === 'ServiceAccount' && id.name === 'default'
    // who finds objects by their labels reads them through the API
    || kind === 'ConfigMap' && Object.keys(mapAt(object, 'metadata', 'labels')).some((label) => label.includes('grafana'))
    || app.foreign.in(id.namespace ?? '') !== undefined && kind !== 'Role';
}

/** Everything in commands, arguments and variables of pods that may be a name. */
function wordsOfPods(app: App): ReadonlySet<string> {
  const words = new Set<string>();
  const learn = (value: Json | undefined): void => {
    if (typeof value === 'string') {
      value.slice(0, MOST_TEXT).split(NO_NAME).forEach((word) => words.add(word));
    } else if (Array.isArray(value)) {
      value.forEach(learn);
    } else if (isMap(value)) {
      Object.values(value).forEach(learn);
    }
  };
  for (const { spec, of } of app.pods.all) {
    for (const list of ['initContainers', 'containers']) {
      const containers = own(spec, list);
      (Array.isArray(containers) ? containers : []).forEach((container) => ['command', 'args', 'env'].forEach((field) => learn(own(container, field))));
    }
    learn(own(mapAt(of.object, 'metadata'), 'annotations'));
  }
  return words;
}

/** What stands between names. */
const NO_NAME = /[^a-z0-9.-]+/;
const MOST_TEXT = 100_000;
