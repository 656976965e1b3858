// `npm run e2e -- --pods`: pods as the real controllers make them, and workloads whose pods never come.
import { Client, json, refusal } from './client';
import { label, NODES } from './control-plane';
import { ApiObject, Example } from './examples';
import { needs } from './needs';
import { nodeFacts } from './node-facts';
import { Resources } from './resources';
import { checkRollouts } from './rollouts';
import { Cluster, differences, Report } from './workloads';
import { Trap, TRAPS, workload, WORKLOADS } from '../../test/admission/made-pods/traps';


const KINDS = new Set<string>(WORKLOADS);
/** A CronJob runs once a minute, and every failure is tried again within seconds. */
const TRAPS_MS = 75_000;
const COMES_MS = 20_000;
const STEP_MS = 500;

/** Runs all of it; the answer counts what passed and failed. */
export async function checkPods(client: Client, examples: readonly Example[], report: Report): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 };
  const count: Report = (name, done, failures) => {
    counts[failures.length === 0 ? 'passed' : 'failed']++;
    report(name, done, failures);
  };
  const run = new PodsRun(client);
  // The traps are left alone while all else is tried.
  const trapped = await run.setTraps();
  await run.plain(count);
  for (const [i, example] of examples.entries()) {
    await run.example(example, `pods-${i + 1}`, count);
  }
  await checkRollouts(client, count);
  await run.traps(trapped, count);
  return counts;
}

class PodsRun {
  private readonly cluster: Cluster;
  private readonly resources: Resources;

  constructor(private readonly client: Client) {
    this.cluster = new Cluster(client);
    this.resources = new Resources(client);
  }

  /** Creates every trap, which the server must take; the answer is when. */
  public async setTraps(): Promise<number> {
    await this.namespace('traps');
    for (const { name, manifest } of TRAPS) {
      const answer = await this.create(manifest, 'traps');
      if (answer.status !== 201) {
        throw new Error(`the trap ${name} is refused: ${refusal(answer)}`);
      }
    }
    return Date.now();
  }

  /** No pod came, and the controllers say why. */
  public async traps(since: number, report: Report): Promise<void> {
    await sleep(Math.max(0, since + TRAPS_MS - Date.now()));
    const pods = await this.cluster.pods('traps');
    const events = await this.cluster.list('/api/v1/namespaces/traps/events');
    for (const trap of TRAPS) {
      const { name } = trap.manifest.metadata;
      const came = pods.filter(({ metadata }) => metadata.ownerReferences?.some((owner: any) => isNamedAfter(owner.name, name)));
      const failures = came.map(({ metadata }) => `Pod ${metadata.name} came`);
      const said = events.filter(({ type, involvedObject }) => type === 'Warning' && isNamedAfter(involvedObject.name, name)).map(({ reason, message }) => `${reason}: ${message}`);
      const why = reasonOf(trap, said);
      report(`trap ${trap.name}`, `no pod; ${trap.code} at ${trap.at}${why === undefined ? '' : `; ${why.slice(0, 100)}`}`,
        trap.says !== undefined && why === undefined ? [...failures, `no event says ${trap.says}; there are: ${said.join(' | ').slice(0, 400) || 'none'}`] : failures);
    }
  }

  /** A small workload of each kind. */
  public async plain(report: Report): Promise<void> {
    await this.namespace('plain');
    const manifests = WORKLOADS.map((kind) => workload(kind, `plain-${kind.toLowerCase()}`, (_, { spec }) => {
      if (kind === 'CronJob') {
        spec.concurrencyPolicy = 'Forbid';
      } else if (kind === 'Job') {
        Object.assign(spec, { completionMode: 'Indexed', completions: 3, parallelism: 3, backoffLimitPerIndex: 1 });
      } else if (kind === 'StatefulSet') {
        const claim = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
        Object.assign(spec, { replicas: 2, ordinals: { start: 5 }, volumeClaimTemplates: [{ metadata: { name: 'data' }, ...claim }] });
      } else if (kind !== 'DaemonSet') {
        spec.replicas = 2;
      }
    }));
    await this.check('plain workloads', manifests.filter(({ kind }) => kind !== 'CronJob'), 'plain', report);
  }

  /** The workloads of an example, after all that it needs. */
  public async example(example: Example, namespace: string, report: Report): Promise<void> {
    const objects = [...example.manifests] as ApiObject[];
    const workloads = objects.filter(({ kind }) => KINDS.has(kind));
    if (workloads.length === 0) {
      return;
    }
    await this.namespace(namespace);
    await label(this.client, nodeFacts([example]).labels);
    for (const object of [...needs(objects, namespace), ...objects.filter((each) => !workloads.includes(each) && each.kind !== 'Pod')]) {
      await this.create(object, namespace);
    }
    await this.check(example.name, workloads, namespace, report);
  }

  private async check(name: string, manifests: readonly ApiObject[], namespace: string, report: Report): Promise<void> {
    const made: { manifest: ApiObject; stored: any }[] = [];
    const failures: string[] = [];
    for (const manifest of manifests) {
      const answer = await this.create(manifest, namespace);
      if (answer.status === 201) {
        made.push({ manifest, stored: answer.body });
      } else {
        failures.push(`${manifest.kind} ${manifest.metadata.name}: ${refusal(answer)}`);
      }
    }
    for (const one of made) {
      failures.push(...(await this.comes(one.manifest, one.stored)).map((text) => `${one.manifest.kind} ${one.manifest.metadata.name}: ${text}`));
    }
    report(name, `pods of ${made.map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`).join(', ')}`, failures);
  }

  /** All pods came, run (or have ended, of a Job) and are what podsOf says. */
  private async comes(manifest: ApiObject, stored: any): Promise<string[]> {
    const limit = Date.now() + COMES_MS;
    let troubles: string[] = [];
    do {
      await this.cluster.bindClaims();
      const pods = await this.cluster.podsOf(stored, stored.metadata.namespace);
      const waiting = pods.filter(({ status }) => status.phase !== 'Running' && status.phase !== 'Succeeded');
      troubles = [...differences(manifest, pods, NODES.length), ...waiting.map(whyWaiting)];
      if (troubles.length === 0 || manifest.kind === 'CronJob') {
        return [];
      }
      await sleep(STEP_MS);
    } while (Date.now() < limit);
    return troubles;
  }

  private async create(object: ApiObject, namespace: string): ReturnType<Client['post']> {
    const { collection } = await this.resources.place(object, namespace);
    return this.client.post(collection, json(object));
  }

  private async namespace(name: string): Promise<void> {
    await this.client.post('/api/v1/namespaces', json({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
    const account = `/api/v1/namespaces/${name}/serviceaccounts/default`;
    while ((await this.client.get(account)).status !== 200) {
      await sleep(100);
    }
  }
}

function whyWaiting({ metadata, status }: any): string {
  const scheduled = (status.conditions ?? []).find(({ type }: any) => type === 'PodScheduled');
  return `Pod ${metadata.name} is ${status.phase}${scheduled?.message === undefined ? '' : `: ${scheduled.message}`}`;
}

/** Names of what is made of a workload begin with its name. */
function isNamedAfter(name: string, owner: string): boolean {
  return name === owner || /^-[a-z0-9]+$/.test(name.slice(owner.length)) && name.startsWith(owner);
}

function reasonOf({ says }: Trap, said: readonly string[]): string | undefined {
  return says === undefined ? said[0] : said.find((text) => says.test(text));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
