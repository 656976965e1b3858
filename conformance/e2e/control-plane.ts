// Controller manager, scheduler and nodes for a server of the end-to-end run. kwok plays the kubelets.
import { writeFileSync } from 'fs';
import { join } from 'path';
import { Client, json, refusal } from './client';
import { Server } from './server';
import { stages } from './stages';
import { build, CONTROLLER_MANAGER, KWOK, Problem, SCHEDULER } from '../build';

export const NODES = ['node-1', 'node-2', 'node-3'] as const;
const READY_MS = 60_000;

/** What a node has, and what its labels say. */
export interface NodeFacts {
  readonly labels: { readonly [key: string]: string };
  readonly resources: { readonly [name: string]: string };
}

/** Paths of the programs; builds them when they are not in the cache. */
export async function controlPlane(say: (line: string) => void): Promise<{ manager: string; scheduler: string; kwok: string }> {
  return { manager: await build(CONTROLLER_MANAGER, say), scheduler: await build(SCHEDULER, say), kwok: await build(KWOK, say) };
}

/** Starts the programs beside a server that is ready, and makes nodes. */
export async function startControlPlane(
  server: Server, client: Client, programs: Awaited<ReturnType<typeof controlPlane>>, facts: NodeFacts,
): Promise<void> {
  const kubeconfig = join(server.folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigOf(server), { mode: 0o600 });
  const common = [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', '--bind-address=127.0.0.1'];
  const [managerPort, schedulerPort, kwokPort] = await server.freePorts(3);
  server.run('kube-controller-manager', programs.manager, [
    ...common, `--secure-port=${managerPort}`, `--cert-dir=${join(server.folder, 'manager')}`,
    `--service-account-private-key-file=${join(server.folder, 'service-account.key')}`,
    // No node of kwok has an address, and none is ever lost.
    '--controllers=*,-nodelifecycle,-node-ipam-controller', '--kube-api-qps=200', '--kube-api-burst=400',
  ]);
  server.run('kube-scheduler', programs.scheduler, [
    ...common, `--secure-port=${schedulerPort}`, `--cert-dir=${join(server.folder, 'scheduler')}`, '--kube-api-qps=200', '--kube-api-burst=400',
  ]);
  for (const name of NODES) {
    await makeNode(client, name, facts);
  }
  const config = join(server.folder, 'kwok.yaml');
  writeFileSync(config, stages());
  server.run('kwok', programs.kwok, [`--kubeconfig=${kubeconfig}`, `--config=${config}`, '--manage-all-nodes=true', `--server-address=127.0.0.1:${kwokPort}`]);
  await accountIsMade(server, client);
}

async function makeNode(client: Client, name: string, { labels, resources }: NodeFacts): Promise<void> {
  const amounts = { 'cpu': '64', 'memory': '512Gi', 'pods': '500', 'ephemeral-storage': '1Ti', ...resources };
  const node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64', ...labels } },
    status: { capacity: amounts, allocatable: amounts },
  };
  const made = await client.post('/api/v1/nodes', json(node));
  // A controller that is off here would take away the taint that every new node gets.
  const patch = { type: 'application/strategic-merge-patch+json', text: JSON.stringify({ spec: { taints: null } }) } as const;
  const cleared = await client.patch(`/api/v1/nodes/${name}`, patch);
  if (made.status !== 201 || cleared.status !== 200) {
    throw new Problem(`the node ${name} cannot be made: ${refusal(made.status === 201 ? cleared : made)}`);
  }
}

/** Gives every node the labels that the pods of an example ask for; two examples may ask for different ones. */
export async function label(client: Client, labels: NodeFacts['labels']): Promise<void> {
  for (const name of NODES) {
    const patch = { metadata: { labels: { 'kubernetes.io/os': 'linux', ...labels } } };
    await client.patch(`/api/v1/nodes/${name}`, { type: 'application/strategic-merge-patch+json', text: JSON.stringify(patch) });
  }
}

/** The controllers work as soon as one of them has made this account. */
async function accountIsMade(server: Server, client: Client): Promise<void> {
  const limit = Date.now() + READY_MS;
  while ((await client.get('/api/v1/namespaces/default/serviceaccounts/default')).status !== 200) {
    const troubles = server.troubles();
    if (troubles.length > 0 || Date.now() > limit) {
      throw new Problem(`the controllers do not work:\n${troubles.join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function kubeconfigOf({ endpoint: { port, token }, folder }: Server): string {
  return JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name: 'e2e', cluster: { 'server': `https://127.0.0.1:${port}`, 'certificate-authority': join(folder, 'certs', 'apiserver.crt') } }],
    'users': [{ name: 'e2e', user: { token } }],
    'contexts': [{ name: 'e2e', context: { cluster: 'e2e', user: 'e2e' } }],
    'current-context': 'e2e',
  });
}
