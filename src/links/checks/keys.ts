// Keys and types of ConfigMaps and Secrets that are among the objects.
import type { Check } from './check';
import { nearest } from '../../admission/formats/nearest';
import { Identity, keyOf } from '../../objects/identity';
import { JsonMap, mapAt, own, textAt } from '../../objects/plain';
import type { App } from '../app/app';
import type { AppObject } from '../model';
import { nameOf } from '../report';

/** The keys of a ConfigMap or Secret; the object, where it is in the input. */
interface Data {
  readonly keys: ReadonlySet<string>;
  readonly object?: AppObject;
}

const MOST_KEYS = 5;
const MOST_COMPARED = 200;
const LONGEST = 40;

const CODES: { readonly [kind: string]: string } = { ConfigMap: 'links/config-map-key', Secret: 'links/secret-key' };

/** A key that somebody needs and that the ConfigMap or Secret does not have. */
export const missingKeys: Check = (app, report) => {
  const known = new Map<string, Data | undefined>();
  for (const { from, to, keys = [], optional } of app.references) {
    if (optional === true || keys.length === 0 || to.group !== '') {
      continue;
    }
    const id = keyOf(to);
    const found = known.has(id) ? known.get(id) : dataOf(app, to);
    known.set(id, found);
    if (found === undefined) {
      continue;
    }
    for (const { key, at } of keys) {
      if (!found.keys.has(key)) {
        const meant = nearest(key, [...found.keys].slice(0, MOST_COMPARED))?.name;
        report.add(from, at, {
          code: CODES[to.kind],
          type: 'FieldValueNotFound',
          verdict: 'broken',
          message: `${nameOf(to, from.id.namespace)} has no key '${key}'${found.keys.size === 0 ? ': it has none' : `: it has ${listOf(found.keys)}`}`,
          hint: meant === undefined ? 'add the key, or set optional: true' : `did you mean '${meant}'?`,
          others: [found.object === undefined ? { object: to } : { object: found.object }],
        });
      }
    }
  }
};

/** A Secret of a type that the reader cannot use. */
export const secretTypes: Check = (app, report) => {
  for (const { from, at, to, types } of app.references) {
    const found = types === undefined ? undefined : app.lookup(to);
    if (types === undefined || found?.where !== 'input' || found.object.unreadable) {
      continue;
    }
    const type = textAt(found.object.object, 'type') ?? 'Opaque';
    if (!types.includes(type) && !isUsableTls(types, found.object.object)) {
      report.add(from, at, {
        code: 'links/secret-type',
        verdict: 'broken',
        message: `${nameOf(to, from.id.namespace)} has the type '${type}': must be ${types.map((one) => `'${one}'`).join(' or ')} to be used here`,
        hint: `set type: ${types[0]} in the Secret`,
        others: [{ object: found.object }],
      });
    }
  }
};

/** Controllers of Ingresses take a Secret of any type that has the keys. */
function isUsableTls(types: readonly string[], secret: JsonMap): boolean {
  return types[0] === 'kubernetes.io/tls' && ['tls.crt', 'tls.key'].every((key) => keysOf(secret).has(key));
}

/** The keys that are known of a ConfigMap or Secret; undefined when they are not known. */
function dataOf(app: App, id: Identity): Data | undefined {
  const found = app.lookup(id);
  if (found.where === 'input') {
    return found.object.unreadable || isFilledLater(app, found.object) ? undefined : { keys: keysOf(found.object.object), object: found.object };
  }
  return found.where === 'cluster' ? { keys: keysOf(found.object as JsonMap) } : undefined;
}

/** One without any content is often filled by somebody else: by hand, by a controller, by a job. */
function isFilledLater(app: App, { object, id }: AppObject): boolean {
  return keysOf(object).size === 0 || textAt(object, 'type') === 'kubernetes.io/service-account-token' || app.foreign.names(id.name);
}

function keysOf(object: JsonMap): ReadonlySet<string> {
  return new Set(['data', 'binaryData', 'stringData'].flatMap((field) => own(object, field) === undefined ? [] : Object.keys(mapAt(object, field))));
}

/** A few keys in a message. */
function listOf(keys: ReadonlySet<string>): string {
  const first = [...keys].slice(0, MOST_KEYS).map((key) => `'${key.slice(0, LONGEST)}'`);
  return first.join(', ') + (keys.size > MOST_KEYS ? ` and ${keys.size - MOST_KEYS} more` : '');
}
