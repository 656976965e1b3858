// What of a change must not be shown: values of Secrets.
import type { Change } from './compare/change';
import { knownKind } from '../objects/identity';
import type { JsonMap } from '../objects/plain';

const VALUES = ['data', 'stringData'];

/** Changes without the values of a Secret. */
export function withoutSecrets(changes: readonly Change[], object: JsonMap): Change[] {
  const isSecret = knownKind(object) === 'Secret';
  return changes.map((change) => {
    const { before: _, after: __, ...rest } = change;
    return isSecret && VALUES.includes(String(change.keys[0])) ? rest : change;
  });
}
