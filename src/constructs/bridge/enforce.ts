import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { optionsFor, settingsOf } from './admission-settings';
import { errorText, Finding, reviewErrors, unusedText, writeOnce } from './attach';
import { ENFORCED, mark, marked, REPORTS_UNUSED, REVIEWS_ITSELF } from './marks';
import { duringSynth, keepManifest, Synth, synthOf, useSessions } from './session';

/** Reviews every object under a scope at validation, once even if it is asked for twice. Our own constructs review themselves. */
export function enforceUnder(scope: IConstruct): void {
  if (!addOnce(scope, ENFORCED)) {
    return;
  }
  scope.node.addValidation({
    validate: () => objectsUnder(scope).flatMap(errorsOf),
  });
}

/** Reports the suppressions of a scope that nothing under it has used. */
export function reportUnused(scope: IConstruct): void {
  if (!addOnce(scope, REPORTS_UNUSED)) {
    return;
  }
  scope.node.addValidation({
    validate: () => {
      withSynth(scope, (synth) => {
        reviewUnder(scope);
        for (const suppression of settingsOf(scope).suppressions.filter((s) => !synth.used.has(s))) {
          writeOnce(scope, 'warning', unusedText(suppression, synth.refused, optionsFor(scope).advice === true));
        }
      });
      return [];
    },
  });
}

/** Whether a mark was not on a scope yet. */
function addOnce(scope: IConstruct, name: symbol): boolean {
  if (marked(scope, name) !== undefined) {
    return false;
  }
  mark(scope, name, true);
  useSessions(scope.node.root);
  return true;
}

function errorsOf(object: ApiObject): string[] {
  return marked(object, REVIEWS_ITSELF) !== undefined ? [] : reviewObject(object).map((error) => `${object.node.path}: ${errorText(error, object)}`);
}

/** What the server refuses of an object that is not of this library, once in a synth. */
export function reviewObject(object: ApiObject): readonly Finding[] {
  if (synthOf(object)?.sound.has(object)) {
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
    keepManifest(object, manifest);
  }
  return errors;
}

/** A scope is validated before what is under it, and only after all reviews under it is it known what was used. */
function reviewUnder(scope: IConstruct): void {
  const objects = objectsUnder(scope);
  objects.forEach((object) => marked(object, REVIEWS_ITSELF)?.());
  if (isEnforced(scope) || objects.some(isEnforced)) {
    objects.forEach(errorsOf);
  }
}

function isEnforced(construct: IConstruct): boolean {
  return construct.node.scopes.some((scope) => marked(scope, ENFORCED) !== undefined);
}

/** The running synth; a validation outside of any, such as `Testing.synth(chart)`, is one of its own. */
function withSynth(scope: IConstruct, action: (synth: Synth) => void): void {
  const running = synthOf(scope);
  if (running === undefined) {
    duringSynth(scope.node.root, action);
  } else {
    action(running);
  }
}

function objectsUnder(scope: IConstruct): ApiObject[] {
  return scope.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
}
