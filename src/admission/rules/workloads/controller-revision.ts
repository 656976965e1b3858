import { METADATA } from './workload';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { validateObjectMeta } from '../metadata/metadata';

const DATA = Path.root.child('data');
const REVISION = Path.root.child('revision');

/** A ControllerRevision. Source: pkg/apis/apps/validation. */
export const controllerRevision: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  validate: (object: Decoded<k8s.ControllerRevision>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    const { data } = object;
    validateRevision(object, ctx);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      ctx.report.required(DATA, 'controller-revision/data', 'data is required and must be an object');
    }
  },
};

export function validateRevision({ revision = 0 }: Decoded<k8s.ControllerRevision>, ctx: Context): void {
  if (revision < 0) {
    ctx.report.invalid(REVISION, 'controller-revision/revision', `must be 0 or more, got ${revision}`);
  }
}
