import { mountableProblem } from './mountable-secrets';
import type { Plugin, Request } from './plugin';
import type { Decoded, Mutable } from '../../admission/decode/decoded';
import { Path } from '../../admission/path';
import { admitMirror, isMirror, mountToken } from '../../admission/plugins/service-account';
import { show } from '../../admission/report';
import type * as k8s from '../../k8s';
import { JsonMap, mapsAt, own, textAt } from '../../objects/plain';

const SPEC = Path.root.child('spec');
/** The account that the cluster makes in every namespace. */
const DEFAULT = 'default';

/** A pod runs as an account that exists, gets its token and its pull secrets (plugin/pkg/admission/serviceaccount). */
export const serviceAccount: Plugin = {
  name: 'ServiceAccount',
  admit(request) {
    if (request.context.kind !== 'Pod') {
      return true;
    }
    const spec: Mutable<Decoded<k8s.PodSpec>> = { ...request.object.spec as Decoded<k8s.PodSpec> | undefined };
    request.object = { ...request.object, spec };
    if (isMirror(request.object)) {
      return admitMirror(spec, request.context);
    }
    const name = spec.serviceAccountName ?? spec.serviceAccount ?? DEFAULT;
    spec.serviceAccountName = name;
    spec.serviceAccount = name;
    const found = request.state.find('ServiceAccount', name, request.namespace);
    if (found === 'absent' && name !== DEFAULT) {
      request.context.report.refused(SPEC.child('serviceAccountName'), 'service-account/not-found',
        `ServiceAccount ${show(name)} does not exist in namespace ${show(request.namespace)}`, { hint: 'create the account first, or name one that exists' });
      return false;
    }
    const account: JsonMap = typeof found === 'string' ? {} : found;
    // What an account that is not known says of the token is not known either: most say nothing.
    if (spec.automountServiceAccountToken ?? own(account, 'automountServiceAccountToken') !== false) {
      mountToken(spec, true);
    }
    const secrets = mapsAt(account, 'imagePullSecrets').map((one) => ({ name: textAt(one, 'name') }));
    if ((spec.imagePullSecrets ?? []).length === 0 && secrets.length > 0) {
      spec.imagePullSecrets = secrets;
    }
    return hasMountableSecrets(request, spec, account);
  },
};

/** An account may list the secrets that its pods can use. */
function hasMountableSecrets({ context: { report } }: Request, spec: Decoded<k8s.PodSpec>, account: JsonMap): boolean {
  const problem = mountableProblem(spec, account);
  if (problem !== undefined) {
    report.refused(problem.at, 'service-account/secret-not-mountable', problem.message,
      { hint: 'add the secret to the account, or use another account' });
  }
  return problem === undefined;
}
