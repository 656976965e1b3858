// Accounts with the annotation kubernetes.io/enforce-mountable-secrets allow their pods only the secrets that they list.
import type { Decoded } from '../../admission/decode/decoded';
import { Path } from '../../admission/path';
import { show } from '../../admission/report';
import type * as k8s from '../../k8s';
import { JsonMap, mapAt, mapsAt, textAt } from '../../objects/plain';

const ANNOTATION = 'kubernetes.io/enforce-mountable-secrets';
/** What Go reads as true. */
const TRUE: readonly string[] = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const SPEC = Path.root.child('spec');

export interface MountableProblem {
  readonly at: Path;
  readonly message: string;
}

/** The first secret that a pod uses and its account does not list, in the server's order. */
export function mountableProblem(spec: Decoded<k8s.PodSpec>, account: JsonMap): MountableProblem | undefined {
  if (!TRUE.includes(textAt(mapAt(account, 'metadata', 'annotations'), ANNOTATION) ?? '')) {
    return undefined;
  }
  const of = `of ServiceAccount ${show(textAt(account, 'metadata', 'name'))}, which allows only the secrets that it lists`;
  const mountable = namesOf(account, 'secrets');
  const used = usedSecrets(spec).find(({ name }) => !mountable.has(name));
  if (used !== undefined) {
    return { at: used.at, message: `Secret ${show(used.name)} is not in the secrets ${of}` };
  }
  const pullable = namesOf(account, 'imagePullSecrets');
  const index = spec.imagePullSecrets?.findIndex(({ name = '' }) => !pullable.has(name)) ?? -1;
  return index < 0 ? undefined
    : { at: SPEC.child('imagePullSecrets').index(index), message: `Secret ${show(spec.imagePullSecrets![index].name ?? '')} is not in the imagePullSecrets ${of}` };
}

function namesOf(account: JsonMap, list: string): ReadonlySet<string> {
  return new Set(mapsAt(account, list).map((one) => textAt(one, 'name') ?? ''));
}

function usedSecrets(spec: Decoded<k8s.PodSpec>): { readonly at: Path; readonly name: string }[] {
  const used: { at: Path; name: string }[] = [];
  spec.volumes?.forEach(({ secret }, i) => {
    if (secret !== undefined) {
      used.push({ at: SPEC.child('volumes').index(i).child('secret').child('secretName'), name: secret.secretName ?? '' });
    }
  });
  for (const list of ['initContainers', 'containers'] as const) {
    spec[list]?.forEach(({ env, envFrom }, i) => {
      const at = SPEC.child(list).index(i);
      env?.forEach(({ valueFrom }, j) => {
        if (valueFrom?.secretKeyRef !== undefined) {
          used.push({ at: at.child('env').index(j).child('valueFrom').child('secretKeyRef'), name: valueFrom.secretKeyRef.name ?? '' });
        }
      });
      envFrom?.forEach(({ secretRef }, j) => {
        if (secretRef !== undefined) {
          used.push({ at: at.child('envFrom').index(j).child('secretRef'), name: secretRef.name ?? '' });
        }
      });
    });
  }
  return used;
}
