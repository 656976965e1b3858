// What is named and is not there.
import type { Check } from './check';
import { nearest } from '../../admission/formats/nearest';
import { Identity, keyOf } from '../../objects/identity';
import type { App, Lookup } from '../app/app';
import type { Reference } from '../app/reference';
import type { AppObject } from '../model';
import { nameOf, Said } from '../report';

/** What happens without an object of a kind. */
interface Need {
  readonly code: string;
  /** What does not work without it. */
  readonly without: string;
  /** Such objects seldom come with an app: somebody else creates them, by hand or by a controller. Then only advice says that one is not there. */
  readonly fromElsewhere?: true;
}

/** Names that are compared with a missing one. */
const MOST_NAMES = 200;

const POD_WAITS = 'its pods wait without starting';

const NEEDS: { readonly [groupAndKind: string]: Need } = {
  '/ConfigMap': { code: 'links/config-map', without: 'its containers do not start' },
  '/Secret': { code: 'links/secret', without: 'its containers do not start', fromElsewhere: true },
  '/PersistentVolumeClaim': { code: 'links/claim', without: 'its pods are not scheduled' },
  '/ServiceAccount': { code: 'links/service-account', without: 'its pods are not created' },
  '/Service': { code: 'links/service', without: 'nothing answers' },
  '/PersistentVolume': { code: 'links/volume', without: 'the claim is not bound', fromElsewhere: true },
  'scheduling.k8s.io/PriorityClass': { code: 'links/priority-class', without: 'its pods are not created', fromElsewhere: true },
  'node.k8s.io/RuntimeClass': { code: 'links/runtime-class', without: 'its pods are not created', fromElsewhere: true },
  'storage.k8s.io/StorageClass': { code: 'links/storage-class', without: 'the claim is not bound', fromElsewhere: true },
  'networking.k8s.io/IngressClass': { code: 'links/ingress-class', without: 'no controller takes the Ingress', fromElsewhere: true },
  'resource.k8s.io/ResourceClaim': { code: 'links/resource-claim', without: POD_WAITS },
  'resource.k8s.io/ResourceClaimTemplate': { code: 'links/resource-claim-template', without: POD_WAITS },
  'resource.k8s.io/DeviceClass': { code: 'links/device-class', without: 'no device is allocated', fromElsewhere: true },
  'rbac.authorization.k8s.io/Role': { code: 'links/role', without: 'nothing is granted' },
  'rbac.authorization.k8s.io/ClusterRole': { code: 'links/role', without: 'nothing is granted' },
};
const SUBJECT: Need = { code: 'links/subject', without: 'nobody gets what the binding grants' };
const TARGET: Need = { code: 'links/scale-target', without: 'nothing is scaled' };
const PULL_SECRET: Need = { code: 'links/pull-secret', without: 'images of private registries are not pulled', fromElsewhere: true };
const TLS_SECRET: Need = { code: 'links/tls-secret', without: 'the Ingress serves a certificate of its controller, if any', fromElsewhere: true };

function needOf({ relation, to: { group, kind } }: Reference): Need | undefined {
  switch (relation) {
    case 'scales': return TARGET;
    case 'grants to': return SUBJECT;
    case 'pulls with': return PULL_SECRET;
    case 'serves with': return TLS_SECRET;
    default: {
      const type = `${group}/${kind}`;
      return Object.hasOwn(NEEDS, type) ? NEEDS[type] : undefined;
    }
  }
}

/** Every name of an object that is neither among the objects nor known to be in the cluster. */
export const missingReferences: Check = (app, report) => {
  const asked = new Set<string>();
  for (const reference of app.references) {
    const need = reference.optional === true ? undefined : needOf(reference);
    const found = need === undefined ? undefined : app.lookup(reference.to);
    if (need === undefined || found === undefined || found.where === 'input' || found.where === 'cluster' || found.where === 'built-in') {
      continue;
    }
    // Of one object that names another one in many places, one finding is enough.
    const question = `${reference.from.key} ${reference.relation} ${keyOf(reference.to)}`;
    if (!asked.has(question)) {
      asked.add(question);
      report.add(reference.from, reference.at, { code: need.code, type: 'FieldValueNotFound', ...absence(app, reference, need, found.where) });
    }
  }
};

type Absence = { readonly [where in Exclude<Lookup['where'], 'input' | 'cluster' | 'built-in'>]: string };

const WHERE: Absence = {
  absent: 'is not among the objects',
  missing: 'is neither among the objects nor in the cluster',
  unknown: 'is not among the objects that could be read',
};

/** What to say of an object that is not there: it is in another namespace, or another name was meant. */
function absence(app: App, { from, to }: Reference, { without, fromElsewhere }: Need, where: keyof Absence): Omit<Said, 'code' | 'type'> {
  const elsewhere = to.namespace === undefined ? undefined : inOtherNamespace(app, from, to);
  if (elsewhere !== undefined) {
    return {
      verdict: isChoosable(app, from, to, elsewhere) ? 'unknown' : 'broken',
      message: `${nameOf(to)} is in the namespace '${elsewhere.id.namespace}', and is looked for in '${to.namespace}': ${without}`,
      hint: `create it in '${to.namespace}' too, or move one of them`,
      others: [{ object: elsewhere }],
    };
  }
  const meant = nearest(to.name, namesLike(app, to));
  return {
    verdict: where === 'unknown' ? 'unknown' : 'not-in-input',
    ...where === 'missing' ? { inCluster: false as const } : {},
    ...fromElsewhere && where !== 'missing' && meant === undefined ? { severity: 'advice' as const } : {},
    message: `${nameOf(to, from.id.namespace)} ${WHERE[where]}: ${without}${where === 'missing' ? '' : ' unless the cluster has it'}`,
    hint: meant === undefined ? 'add it to the objects, or correct the name' : `did you mean '${meant.name}'?`,
  };
}

/** One of that name in another namespace; first of all one that may be meant. */
function inOtherNamespace(app: App, from: AppObject, { kind, group, name, namespace }: Identity): AppObject | undefined {
  const all = app.named(kind, name).filter(({ id }) => id.group === group && id.namespace !== namespace);
  return all.find((one) => isChoosable(app, from, { kind, group, name, namespace }, one)) ?? all[0];
}

/** Whether whoever applies them chooses if they are in one namespace: one side says nothing of its own. */
function isChoosable(app: App, from: AppObject, to: Identity, other: AppObject): boolean {
  const isSaid = from.isPlaced || to.namespace !== from.id.namespace;
  return !app.settings.isNamespaceGiven && (!isSaid || !other.isPlaced);
}

function namesLike(app: App, { kind, group, namespace }: Identity): string[] {
  return app.ofKind(kind).filter(({ id }) => id.group === group && id.namespace === namespace).map(({ id }) => id.name).slice(0, MOST_NAMES);
}
