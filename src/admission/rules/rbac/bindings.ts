import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import { dns1123Subdomain, pathSegmentName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { show } from '../../report';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

type Binding = Decoded<k8s.RoleBinding | k8s.ClusterRoleBinding>;
type Subject = Decoded<k8s.RbacSubject>;

const GROUP = 'rbac.authorization.k8s.io';
const ROLE_REF = Path.root.child('roleRef');
const SUBJECTS = Path.root.child('subjects');
const KINDS = ['ServiceAccount', 'User', 'Group'];

/** A RoleBinding: who may do what a role says, in its namespace. Source: pkg/apis/rbac/validation. */
export const roleBinding: KindPlan = {
  coverage: 'full',
  setDefaults,
  validate: (object, ctx) => validateBinding(object, ['Role', 'ClusterRole'], true, ctx),
};

/** A ClusterRoleBinding: who may do what a ClusterRole says, everywhere. */
export const clusterRoleBinding: KindPlan = {
  coverage: 'full',
  setDefaults,
  validate: (object, ctx) => validateBinding(object, ['ClusterRole'], false, ctx),
};

function setDefaults(object: Mutable<Binding>): void {
  object.roleRef = { ...object.roleRef, apiGroup: object.roleRef?.apiGroup ?? GROUP };
  for (const subject of (object.subjects ?? []) as Mutable<Subject>[]) {
    if (subject.kind === 'User' || subject.kind === 'Group') {
      subject.apiGroup ??= GROUP;
    }
  }
}

function validateBinding(object: Binding, roles: readonly string[], namespaced: boolean, ctx: Context): void {
  validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: pathSegmentName, namespaced, prefixAsName: true });
  const { apiGroup = '', kind = '', name } = object.roleRef ?? {};
  if (apiGroup !== GROUP) {
    ctx.report.notSupported(ROLE_REF.child('apiGroup'), 'rbac/role-group', apiGroup, [GROUP]);
  }
  if (!roles.includes(kind)) {
    ctx.report.notSupported(ROLE_REF.child('kind'), 'rbac/role-kind', kind, roles);
  }
  if (name === undefined) {
    ctx.report.required(ROLE_REF.child('name'), 'rbac/role-name', 'the name of the role is missing');
  } else {
    const problem = pathSegmentName(name);
    if (problem !== undefined) {
      ctx.report.invalid(ROLE_REF.child('name'), 'rbac/role-name', `${show(name)} ${problem}`);
    }
  }
  object.subjects?.forEach((subject, i) => validateSubject(subject, namespaced, SUBJECTS.index(i), ctx));
}

function validateSubject(subject: Subject, namespaced: boolean, path: Path, ctx: Context): void {
  const { kind = '', name, apiGroup = '', namespace } = subject;
  if (name === undefined) {
    ctx.report.required(path.child('name'), 'rbac/subject-name', 'the name of the subject is missing');
  }
  if (kind === 'ServiceAccount') {
    const problem = name === undefined ? undefined : dns1123Subdomain(name);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('name'), 'rbac/service-account-name', `${show(name)} ${problem}`);
    }
    if (apiGroup !== '') {
      ctx.report.notSupported(path.child('apiGroup'), 'rbac/subject-group', apiGroup, [''], { hint: 'remove apiGroup' });
    }
    if (!namespaced && namespace === undefined) {
      ctx.report.required(path.child('namespace'), 'rbac/subject-namespace', 'the namespace of the service account is missing',
        { hint: 'add the namespace: a ClusterRoleBinding belongs to none' });
    }
  } else if (kind === 'User' || kind === 'Group') {
    if (apiGroup !== GROUP) {
      ctx.report.notSupported(path.child('apiGroup'), 'rbac/subject-group', apiGroup, [GROUP]);
    }
  } else {
    ctx.report.notSupported(path.child('kind'), 'rbac/subject-kind', kind, KINDS);
  }
}
