import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { settingsOf, settingsVersion } from './admission-settings';
import { reviewErrors, writeOnce } from './attach';
import { keepManifest } from './session';
import { KubernetesObject } from '../objects/kubernetes-object';

const enforced = new WeakSet<IConstruct>();
/** cdk8s validates the whole app again for every chart: within one turn of the event loop a good object stays good under its settings. */
let sound = new WeakMap<ApiObject, number>();

/** Reviews every object under a scope at validation, once even if it is asked for twice. Our own constructs review themselves. */
export function enforceUnder(scope: IConstruct): void {
  if (enforced.has(scope)) {
    return;
  }
  enforced.add(scope);
  scope.node.addValidation({
    validate: () => objectsUnder(scope).flatMap(errorsOf),
  });
}

function errorsOf(object: ApiObject): string[] {
  if (object instanceof KubernetesObject || sound.get(object) === settingsVersion()) {
    return [];
  }
  let manifest;
  try {
    manifest = object.toJson();
  } catch (e) {
    return []; // cdk8s says it itself, when it writes the object
  }
  const errors = reviewErrors(object, manifest, () => undefined);
  if (errors.length === 0) {
    sound.set(object, settingsVersion());
    keepManifest(object, manifest);
    queueMicrotask(() => {
      sound = new WeakMap();
    });
  }
  return errors.map((error) => `${object.node.path}: ${error}`);
}

const reporting = new WeakSet<IConstruct>();

/** Tells of suppressions of a scope that met nothing in all that is reviewed under it. */
export function reportUnused(scope: IConstruct): void {
  if (reporting.has(scope)) {
    return;
  }
  reporting.add(scope);
  scope.node.addValidation({
    validate: () => {
      // A scope is validated before what is under it, and only after its objects' reviews it is known what was used.
      const objects = objectsUnder(scope);
      objects.filter((o) => o !== scope && o instanceof KubernetesObject).forEach((o) => o.node.validate());
      if (scope.node.scopes.some((s) => enforced.has(s)) || objects.some((o) => o.node.scopes.some((s) => enforced.has(s)))) {
        objects.forEach(errorsOf);
      }
      for (const { code, reason } of settingsOf(scope).suppressions.filter((s) => !s.used)) {
        writeOnce(scope, 'warning', `'${code}' (${reason}) suppresses nothing; remove it`);
      }
      return [];
    },
  });
}

function objectsUnder(scope: IConstruct): ApiObject[] {
  return scope.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c));
}
