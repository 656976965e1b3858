import { validateTypedReference } from './typed-reference';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { dns1123Label, dns1123Subdomain, domainPrefixedPath } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { show } from '../../report';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

type Parameters = Decoded<k8s.IngressClassParametersReference>;

const CONTROLLER = SPEC.child('controller');
const PARAMETERS = SPEC.child('parameters');
const LONGEST_CONTROLLER = 250;
const SCOPES = ['Cluster', 'Namespace'];

/** An IngressClass. Source: pkg/apis/networking/validation. */
export const ingressClass: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Decoded<k8s.IngressClass>) => {
    const parameters = object.spec?.parameters as Mutable<Parameters> | undefined;
    if (parameters !== undefined) {
      parameters.scope ??= 'Cluster';
    }
  },
  validate: (object: Decoded<k8s.IngressClass>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: false });
    const { controller = '', parameters } = object.spec ?? {};
    validateController(controller, ctx);
    if (parameters !== undefined) {
      validateTypedReference(parameters, PARAMETERS, 'ingress-class', ctx);
      validateScope(parameters, ctx);
    }
  },
};

function validateController(controller: string, ctx: Context): void {
  if (byteLength(controller) > LONGEST_CONTROLLER) {
    ctx.report.tooLong(CONTROLLER, 'ingress-class/controller-length', `controller must have at most ${LONGEST_CONTROLLER} bytes, got ${byteLength(controller)}`);
  }
  if (controller === '') {
    ctx.report.required(CONTROLLER, 'ingress-class/controller', 'the name of the controller is required, such as example.com/ingress-controller');
    return;
  }
  const problem = domainPrefixedPath(controller);
  if (problem !== undefined) {
    ctx.report.invalid(CONTROLLER, 'ingress-class/controller', `${show(controller)} ${problem}`);
  }
}

/** The scope of the parameters; defaulting has set it. */
function validateScope({ scope, namespace }: Parameters, ctx: Context): void {
  const at = PARAMETERS.child('namespace');
  if (!SCOPES.includes(scope ?? '')) {
    ctx.report.notSupported(PARAMETERS.child('scope'), 'ingress-class/scope', scope, SCOPES);
  } else if (scope === 'Cluster') {
    if (namespace !== undefined) {
      ctx.report.forbidden(at, 'ingress-class/namespace', "namespace is not allowed with scope 'Cluster'", { hint: 'set scope: Namespace, or remove namespace' });
    }
  } else if (namespace === undefined) {
    ctx.report.required(at, 'ingress-class/namespace', "namespace is required with scope 'Namespace'");
  } else {
    const problem = dns1123Label(namespace);
    if (problem !== undefined) {
      ctx.report.invalid(at, 'ingress-class/namespace', `namespace ${show(namespace)} ${problem}`);
    }
  }
}
