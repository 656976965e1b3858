import { defaultClass } from './default-class';
import type { Plugin } from './plugin';
import type { Decoded } from '../../admission/decode/decoded';
import type * as k8s from '../../k8s';

const ANNOTATION = 'ingressclass.kubernetes.io/is-default-class';
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** An Ingress that names no class gets the default one (plugin/pkg/admission/network/defaultingressclass). */
export const defaultIngressClass: Plugin = {
  name: 'DefaultIngressClass',
  admit(request) {
    const { metadata, spec }: Decoded<k8s.Ingress> = request.object;
    if (request.context.kind !== 'Ingress' || spec?.ingressClassName !== undefined || Object.hasOwn(metadata?.annotations ?? {}, CLASS_ANNOTATION)) {
      return true;
    }
    const ingressClassName = defaultClass(request.state.list('IngressClass'), [ANNOTATION]);
    if (ingressClassName !== undefined) {
      request.object = { ...request.object, spec: { ...spec, ingressClassName } };
    }
    return true;
  },
};
