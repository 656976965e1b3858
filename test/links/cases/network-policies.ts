import { CONTAINER, deployment, LinkCase, object, service } from './case';

const DB = { containers: [{ ...CONTAINER, ports: [{ name: 'pg', containerPort: 5432 }] }] };
const db = deployment('db', DB);
const web = deployment('web');
const pg = service('db', { ports: [{ port: 5432, targetPort: 'pg' }] });
const policy = (spec: object, name = 'p', metadata: object = {}): object => ({ ...object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec }), metadata: { name, ...metadata } });
const forDb = { podSelector: { matchLabels: { app: 'db' } } };
const fromWeb = { from: [{ podSelector: { matchLabels: { app: 'web' } } }] };
const ingress = object('networking.k8s.io/v1', 'Ingress', 'db', { spec: { defaultBackend: { service: { name: 'db', port: { number: 5432 } } } } });
const forWeb = { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'] };
const toDb = { to: [{ podSelector: { matchLabels: { app: 'db' } } }], ports: [{ port: 5432 }] };
const dns = { ports: [{ port: 53, protocol: 'UDP' }] };

export const NETWORK_POLICIES: { readonly [name: string]: LinkCase } = {
  'a policy whose selector matches no pod': {
    code: 'links/policy-no-pods',
    verdict: 'not-in-input',
    at: ['NetworkPolicy/p spec.podSelector'],
    broken: [db, policy({ podSelector: { matchLabels: { app: 'bd' } } })],
    whole: [db, policy(forDb)],
  },
  'a policy for all pods of a namespace that has none': {
    code: 'links/policy-no-pods',
    verdict: 'not-in-input',
    at: ['NetworkPolicy/p spec'],
    broken: [db, policy({ podSelector: {} }, 'p', { namespace: 'far' })],
    whole: [db, policy({ podSelector: {} })],
  },
  'a policy that lets in another port than the Service leads to': {
    code: 'links/policy-blocks-service',
    verdict: 'broken',
    at: ['Service/db spec.ports[0]'],
    broken: [db, web, pg, policy({ ...forDb, ingress: [{ ...fromWeb, ports: [{ port: 5433 }] }] })],
    whole: [db, web, pg, policy({ ...forDb, ingress: [{ ...fromWeb, ports: [{ port: 5432 }] }] })],
  },
  'a policy that lets nothing in, and a second one that does': {
    code: 'links/policy-blocks-service',
    verdict: 'broken',
    at: ['Service/db spec.ports[0]'],
    broken: [db, pg, policy({ podSelector: {} })],
    whole: [db, pg, policy({ podSelector: {} }), policy({ ...forDb, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }] }] }, 'q')],
  },
  'a policy that lets in the port by another protocol': {
    code: 'links/policy-blocks-service',
    verdict: 'broken',
    at: ['Service/db spec.ports[0]'],
    broken: [db, pg, policy({ ...forDb, ingress: [{ ports: [{ port: 5432, protocol: 'UDP' }] }] })],
    whole: [db, pg, policy({ ...forDb, ingress: [{ ports: [{ port: 'pg' }] }] })],
  },
  'pods on the network of their node: what a policy does with them is not known': {
    code: 'links/policy-blocks-service',
    verdict: 'broken',
    at: ['Service/db spec.ports[0]'],
    broken: [db, pg, policy(forDb)],
    whole: [deployment('db', { ...DB, hostNetwork: true }), pg, policy(forDb)],
  },
  'an Ingress to pods that only others of the app may connect to': {
    code: 'links/policy-blocks-ingress',
    verdict: 'not-in-input',
    at: ['Ingress/db spec.defaultBackend'],
    broken: [db, web, pg, ingress, policy({ ...forDb, ingress: [{ ...fromWeb, ports: [{ port: 5432 }] }] })],
    whole: [db, web, pg, ingress, policy({ ...forDb, ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }] }] })],
  },
  'an Ingress whose controller may be a pod that the app does not have': {
    code: 'links/policy-blocks-ingress',
    verdict: 'not-in-input',
    at: ['Ingress/db spec.defaultBackend'],
    broken: [db, web, pg, ingress, policy({ ...forDb, ingress: [fromWeb] })],
    whole: [db, web, pg, ingress, policy({ ...forDb, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'controller' } } }] }] })],
  },
  'an egress policy without DNS': {
    code: 'links/policy-blocks-dns',
    verdict: 'not-in-input',
    at: ['NetworkPolicy/p spec.egress'],
    broken: [db, web, policy({ ...forWeb, egress: [toDb] })],
    whole: [db, web, policy({ ...forWeb, egress: [toDb, dns] })],
  },
  'an egress policy without a port, to pods that are no DNS server': {
    code: 'links/policy-blocks-dns',
    verdict: 'not-in-input',
    at: ['NetworkPolicy/p spec.egress'],
    broken: [db, web, policy({ ...forWeb, egress: [{ to: toDb.to }] })],
    whole: [db, web, policy({ ...forWeb, egress: [{ to: [...toDb.to, { namespaceSelector: {} }] }] })],
  },
  'an egress policy that lets nothing out is meant so, and one with DNS in another policy is whole': {
    code: 'links/policy-blocks-dns',
    verdict: 'not-in-input',
    at: ['NetworkPolicy/p spec.egress'],
    broken: [db, web, policy({ ...forWeb, egress: [toDb] }), policy({ podSelector: {}, policyTypes: ['Egress'] }, 'deny')],
    whole: [db, web, policy({ ...forWeb, egress: [toDb] }), policy({ podSelector: {}, policyTypes: ['Egress'], egress: [dns] }, 'dns')],
  },
};
