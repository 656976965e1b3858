import { FieldPlan, Plan } from './plan';
import { synonymOf } from './synonyms';
import { nearest } from '../formats/nearest';
import { Path } from '../path';

/** A struct on the way from the object to an unknown field. */
export interface Level {
  readonly path: Path;
  readonly plan: Plan;
}

/** Longer names are no misspelt ones, and comparing them would take long. */
const LONGEST = 64;
/** How many structs further down a misplaced field is looked for. */
const DEEPEST = 4;
/** What people write beside `spec` or in it, and mean the metadata. */
const OF_METADATA = new Set(['name', 'generateName', 'namespace', 'labels', 'annotations', 'finalizers', 'ownerReferences']);
/** Fields that are not written by hand. */
const SKIPPED = new Set(['status', 'managedFields']);

/** What to write instead of an unknown field. */
export interface Suggestion {
  readonly hint: string;
  /** The field that was probably meant, where the hint names one. */
  readonly meant?: Path;
}

/** What the author of an unknown field may have meant; `levels` go from the object down to the struct that has it. */
export function suggest(name: string, levels: readonly Level[]): Suggestion | undefined {
  if (name.length > LONGEST || name === '') {
    return undefined;
  }
  const here = levels[levels.length - 1];
  const synonym = synonymOf(here.plan.type, name);
  if (synonym !== undefined) {
    return /^\w+$/.test(synonym) ? sibling(synonym, here) : { hint: `use ${synonym}` };
  }
  const near = nearest(name, Object.keys(here.plan.fields));
  if (near !== undefined && near.distance <= 1) {
    return sibling(near.name, here);
  }
  const meant = elsewhere(name, levels);
  if (meant !== undefined) {
    return { hint: `did you mean ${meant.toString()}?`, meant };
  }
  return near === undefined ? undefined : sibling(near.name, here);
}

/** Another field of the same struct. */
function sibling(name: string, { path }: Level): Suggestion {
  return { hint: `did you mean '${name}'?`, meant: path.child(name) };
}

/** Where a field of that name is: in a struct around it, below it, or below one around it. */
function elsewhere(name: string, levels: readonly Level[]): Path | undefined {
  const outwards = [...levels].reverse();
  if (OF_METADATA.has(name)) {
    const owner = outwards.find(({ plan }) => plan.fields.metadata?.type?.fields[name] !== undefined);
    if (owner !== undefined) {
      return owner.path.child('metadata').child(name);
    }
  }
  const around = outwards.slice(1).find(({ plan }) => plan.fields[name] !== undefined);
  if (around !== undefined) {
    return around.path.child(name);
  }
  for (const level of outwards) {
    const found = below(name, level);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function below(name: string, start: Level): Path | undefined {
  const seen = new Set([start.plan.type]);
  let level = [start];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: Level[] = [];
    for (const { path, plan } of level) {
      for (const field of Object.values(plan.fields)) {
        if (field?.type === undefined || seen.has(field.type.type) || SKIPPED.has(field.name)) {
          continue;
        }
        seen.add(field.type.type);
        const inside = enter(path, field);
        if (field.type.fields[name] !== undefined) {
          return inside.child(name);
        }
        next.push({ path: inside, plan: field.type });
      }
    }
    level = next;
  }
  return undefined;
}

function enter(path: Path, field: FieldPlan): Path {
  const child = path.child(field.name);
  return field.is === 'list' ? child.index(0) : child;
}
