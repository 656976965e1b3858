import { reportImmutable, updatesOf } from './base';
import type * as k8s from '../../../k8s';
import type { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import type { UpdateContext, UpdatePlan } from '../update-plan';

type Binding = Decoded<k8s.RoleBinding | k8s.ClusterRoleBinding>;

const ROLE_REF = Path.root.child('roleRef');

export const roleUpdate: UpdatePlan = updatesOf('Role');

export const clusterRoleUpdate: UpdatePlan = updatesOf('ClusterRole');

/** A RoleBinding. Source: ValidateRoleBindingUpdate of pkg/apis/rbac/validation. */
export const roleBindingUpdate: UpdatePlan = updatesOf('RoleBinding', { validate: validateRoleRef });

export const clusterRoleBindingUpdate: UpdatePlan = updatesOf('ClusterRoleBinding', { validate: validateRoleRef });

/** A binding is for one role: who may bind another one is decided when it is created. */
function validateRoleRef(object: Binding, old: Binding, ctx: UpdateContext): void {
  const [before, after] = [old.roleRef ?? {}, object.roleRef ?? {}];
  if (before.apiGroup !== after.apiGroup || before.kind !== after.kind || before.name !== after.name) {
    reportImmutable(said(before), said(after), ROLE_REF, 'rbac/role-ref-immutable', ctx, { hint: 'delete the binding and create it again, or create another one' });
  }
}

const said = ({ kind, name }: Decoded<k8s.RoleRef>): string => `${kind ?? ''} ${name ?? ''}`;
