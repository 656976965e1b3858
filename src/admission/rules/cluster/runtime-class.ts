import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { warnOfNodeLabels } from '../../warnings/scheduling';
import { validateLabels, validateObjectMeta } from '../metadata/metadata';
import { validateContainerResources } from '../resources/resources';
import { validateTolerations } from '../scheduling/tolerations';
import { METADATA } from '../workloads/workload';

const HANDLER = Path.root.child('handler');
const OVERHEAD = Path.root.child('overhead');
const SCHEDULING = Path.root.child('scheduling');

/** A RuntimeClass. Source: pkg/apis/node/validation. */
export const runtimeClass: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  validate: (object: Decoded<k8s.RuntimeClass>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: false, generalOnly: true });
    validateHandler(object.handler, ctx);
    const fixed = object.overhead?.podFixed;
    if (fixed !== undefined) {
      const first = ctx.report.findings.length;
      // The server takes them for the limits of a container, and names them so.
      validateContainerResources({ limits: fixed }, new Set(), OVERHEAD, ctx);
      ctx.report.move(first, (at) => at.moved(OVERHEAD.child('limits'), OVERHEAD.child('podFixed')));
    }
    validateLabels(object.scheduling?.nodeSelector, SCHEDULING.child('nodeSelector'), ctx);
    validateTolerationsOfClass(object.scheduling?.tolerations, ctx);
    validateDistinct(object.scheduling?.tolerations, SCHEDULING.child('tolerations'), ctx);
  },
  warn: (object: Decoded<k8s.RuntimeClass>, ctx) => warnOfNodeLabels({ nodeSelector: object.scheduling?.nodeSelector }, SCHEDULING, ctx),
};

function validateHandler(handler: string | undefined, ctx: Context): void {
  if (handler === undefined) {
    const message = 'handler is required: the name of a configuration of the container runtime';
    if (on(ctx, 'RuntimeClassHandlerIsRequired')) {
      ctx.report.required(HANDLER, 'runtime-class/handler', message);
    } else {
      ctx.report.invalid(HANDLER, 'runtime-class/handler', message);
    }
    return;
  }
  const problem = dns1123Label(handler);
  if (problem !== undefined) {
    ctx.report.invalid(HANDLER, 'runtime-class/handler', `${show(handler)} ${problem}`);
  }
}

function validateTolerationsOfClass(tolerations: Decoded<k8s.Toleration[]> | undefined, ctx: Context): void {
  const at = SCHEDULING.child('tolerations');
  if (on(ctx, 'RuntimeClassTolerationsAreNamedOnce')) {
    validateTolerations(tolerations, at, ctx);
  } else {
    const first = ctx.report.findings.length;
    const twice = at.child('tolerations');
    validateTolerations(tolerations, twice, ctx);
    ctx.report.move(first, (place) => place.moved(twice, at));
  }
}

/** Tolerations that differ in nothing but their seconds are the same one. */
function validateDistinct(tolerations: Decoded<k8s.Toleration[]> | undefined, path: Path, ctx: Context): void {
  const seen = new Set<string>();
  tolerations?.forEach(({ key, operator, value, effect }, i) => {
    const id = JSON.stringify([key, operator, value, effect]);
    if (seen.has(id)) {
      ctx.report.duplicate(path.index(i), 'runtime-class/duplicate-toleration', 'duplicate toleration: key, operator, value and effect are the same');
    }
    seen.add(id);
  });
}
