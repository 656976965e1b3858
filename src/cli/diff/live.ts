// The objects of a cluster, by the user's own kubectl. Nothing is written there.
import { objectsIn } from '../../objects/lists';
import type { Json } from '../../objects/plain';
import { readYaml } from '../../yaml/read/read';
import { runKubectl } from '../kubectl';
import { UsageError } from '../usage-error';

/** Objects that are asked for in one call. */
const AT_ONCE = 500;

/** Where to look. */
export interface LiveOptions {
  readonly context?: string;
  readonly namespace?: string;
}

/**
 * What a cluster has of the objects that some manifests name; those that it does not have are left out.
 *
 * @throws UsageError when kubectl cannot be run, or fails
 */
export function liveObjects(manifests: readonly unknown[], { context, namespace }: LiveOptions): unknown[] {
  const named = manifests.flatMap((manifest) => objectsIn(manifest as Json)).flatMap(referenceOf);
  const args = [
    ...context === undefined ? [] : [`--context=${context}`], ...namespace === undefined ? [] : [`--namespace=${namespace}`],
    'get', '--ignore-not-found', '--show-managed-fields', '--output=json', '--filename=-',
  ];
  const found: unknown[] = [];
  for (let i = 0; i < named.length; i += AT_ONCE) {
    const text = kubectl(args, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: named.slice(i, i + AT_ONCE) }));
    const { documents, problems } = readYaml(new TextEncoder().encode(text), { mergeOverrides: 'allow' });
    if (problems.length > 0) {
      throw new UsageError(`--live: kubectl get printed no JSON: ${problems[0].message}`);
    }
    found.push(...documents.flatMap(({ value }) => value === null ? [] : objectsIn(value as Json)));
  }
  return found;
}

function kubectl(args: readonly string[], input: string): string {
  const answer = runKubectl(args, input);
  if ('stdout' in answer) {
    return answer.stdout;
  }
  throw new UsageError(answer.none ? `--live needs kubectl: ${answer.problem}` : `--live: kubectl get failed: ${answer.problem}`);
}

/** What names an object, and nothing else of it. An object that gets its name when it is created is not there yet. */
function referenceOf(manifest: unknown): object[] {
  const { apiVersion, kind, metadata } = Object(manifest) as { readonly [field: string]: unknown };
  const { name, namespace } = Object(metadata ?? {}) as { readonly [field: string]: unknown };
  const isNamed = [apiVersion, kind, name].every((one) => typeof one === 'string' && one !== '');
  return isNamed ? [{ apiVersion, kind, metadata: { name, ...typeof namespace === 'string' ? { namespace } : {} } }] : [];
}
