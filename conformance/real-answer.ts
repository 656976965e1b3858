// What a real kube-apiserver answers, in the form of the oracle's answers.
import { Answer as Response } from './e2e/client';
import { Answer } from './oracle-process';

/**
 * Refusals that depend on the state of the cluster: missing objects, existing objects, addresses. Also those of the plugin that looks up a
 * RuntimeClass: it fails for a name that cannot be in a URL path, before the rules that the oracle runs.
 */
const STATE = [
  /^namespaces "[^"]*" not found$/, / already exists(?:$|, the server was not able to generate a unique name)/, /error looking up service account /,
  /no PriorityClass with name /, /RuntimeClass "[^"]*" not found/, /no API token found for service account/, /failed to allocate IP/,
  /not configured on this cluster/, /^resource name may not be empty$/, /^invalid resource name /,
  /this cluster is not configured for dual-stack/, /because it is being terminated/,
];

/** Records who has set which fields: a server writes it, and the oracle drops it from a manifest. */
const MANAGED = 'metadata.managedFields';

/** The server's answer in the form of the oracle's; undefined where its state decides. */
export function answerOf(id: string, { status, body, text, warnings }: Response): Answer | undefined {
  if (status === 200 || status === 201) {
    return { id, accepted: true, ...warnings.length > 0 && { warnings }, ...body.kind === 'Pod' && { qos: body.status?.qosClass } };
  }
  const message = String(body?.message ?? text);
  const causes: { reason?: string; field?: string; message?: string }[] = body?.details?.causes ?? [];
  if (causes.some(({ field }) => field?.startsWith(MANAGED))) {
    return undefined;
  }
  if ([message, ...causes.map((cause) => cause.message ?? '')].some((said) => STATE.some((pattern) => pattern.test(said)))) {
    return undefined;
  }
  if (status === 422 || (status === 500 && causes.length > 0)) {
    const errors = causes.map((cause) => ({ type: cause.reason ?? 'InternalError', field: cause.field ?? '', detail: cause.message }));
    return { id, accepted: false, stage: 'validate', errors, message };
  }
  return { id, accepted: false, stage: status === 403 ? 'admission' : status === 400 ? 'decode' : 'validate', message: `${status}: ${message}` };
}
