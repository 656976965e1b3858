import { MINORS } from '../../src/admission/version';
import { facts } from '../facts';
import { constructFiles } from './constructs';
import { fieldFile, typesFiles } from './field-table';
import { importKindsFile } from './import-kinds';
import { kindsFile } from './kinds';
import type { Model } from './model';
import { merge, readReduced } from './model';
import { PROPS } from './props';
import { propsFile } from './props-file';
import { checkReferences } from './references';
import { resourcesFile } from './resources';
import { shapesFile } from './shapes';
import { structFiles } from './structs';

/** The committed inputs, merged. */
export function readModel(): Model {
  return merge(MINORS.map((minor) => ({ minor, reduced: readReduced(minor) })), facts);
}

/** Every generated file, by path from the root of the project. */
export function generate(): ReadonlyMap<string, string> {
  const model = readModel();
  checkFacts(model);
  checkReferences(model);
  return new Map([
    ...structFiles(model, facts),
    ['src/k8s/field.ts', fieldFile()],
    ...typesFiles(model),
    ['src/k8s/kinds.ts', kindsFile(model)],
    ['src/k8s/resources.ts', resourcesFile(model)],
    ['src/admission/decode/shapes.ts', shapesFile(model)],
    ['src/constructs/generated/props.ts', propsFile(PROPS, model, facts)],
    ...constructFiles(model, facts),
    ['src/cli/import/flat-kinds.ts', importKindsFile(model)],
  ]);
}

/** Throws for a fact about a field that does not exist: a misspelled one would silently be ignored. */
function checkFacts(model: Model): void {
  const unknown = Object.keys(facts).filter((key) => {
    const [type, field] = key.split('.');
    return !model.types.get(type)?.fields.has(field);
  });
  if (unknown.length > 0) {
    throw new Error(`facts about fields that the API does not have: ${unknown.join(', ')}`);
  }
}
