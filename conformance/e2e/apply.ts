// One example, through the API and back.
import { Yaml } from 'cdk8s';
import { Answer, Client, json, refusal } from './client';
import { firstDifference } from './compare';
import { ApiObject, Example } from './examples';
import { namespaces, needs } from './needs';
import { Resources } from './resources';
import { makeDefaultAccount } from './server';

export interface Outcome {
  /** What was done, for the closing line: `Pod web`. */
  readonly done: string[];
  /** What the server refused, warned about or changed. */
  readonly failures: string[];
}

export class Applier {
  private readonly resources: Resources;

  constructor(private readonly client: Client, private readonly say: (line: string) => void) {
    this.resources = new Resources(client);
  }

  /** Applies an example in a namespace of its own, and removes what lies outside that. */
  public async apply(example: Example, namespace: string): Promise<Outcome> {
    const objects = [...example.manifests, ...example.staticPods ?? []] as ApiObject[];
    const outcome: Outcome = { done: [], failures: [] };
    const outside: string[] = [];
    if (objects.length === 0) {
      outcome.failures.push('has no manifests');
    }
    await this.make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }, namespace, outside);
    const needed = needs(objects, namespace);
    for (const object of needed.filter((o) => o.kind === 'Namespace')) {
      await this.make(object, namespace, outside);
    }
    for (const name of namespaces(objects, namespace)) {
      await this.makeAccount(name, outcome);
    }
    for (const object of needed.filter((o) => o.kind !== 'Namespace')) {
      await this.make(object, namespace, outside);
    }
    try {
      for (const object of objects) {
        await this.check(object, namespace, outside, outcome);
      }
      for (const debug of example.debug ?? []) {
        await this.debug(debug, objects, namespace, outcome);
      }
    } finally {
      for (const path of outside.reverse()) {
        await this.client.delete(`${path}?gracePeriodSeconds=0`);
      }
    }
    return outcome;
  }

  /** Makes what an example needs; that it cannot be made is a fault of this program, not of the example. */
  private async make(object: ApiObject, namespace: string, outside: string[]): Promise<void> {
    const place = await this.resources.place(object, namespace);
    const answer = await this.client.post(place.collection, json(object));
    if (answer.status !== 201 && answer.status !== 409) {
      throw new Error(`${title(object)}, which the example needs: ${refusal(answer)}`);
    }
    this.say(`  needs ${title(object)}`);
    // Without a controller that ends them, namespaces stay: they are empty, and nothing else looks into them.
    if (place.namespace !== namespace && object.kind !== 'Namespace') {
      outside.push(`${place.collection}/${object.metadata.name}`);
    }
  }

  private async makeAccount(namespace: string, outcome: Outcome): Promise<void> {
    const status = await makeDefaultAccount(this.client, namespace);
    if (status !== 201 && status !== 409) {
      outcome.failures.push(`the default ServiceAccount of ${namespace} cannot be made (${status})`);
    }
  }

  /** Creates an object from its YAML, as strictly as the server can, and reads it back. */
  private async check(object: ApiObject, namespace: string, outside: string[], outcome: Outcome): Promise<void> {
    const fail = (text: string) => outcome.failures.push(`${title(object)}: ${text}`);
    let collection: string;
    try {
      const place = await this.resources.place(object, namespace);
      collection = place.collection;
      if (place.namespace !== namespace) {
        outside.push(`${collection}/${object.metadata.name}`);
      }
    } catch (error) {
      fail((error as Error).message);
      return;
    }
    const created = await this.client.post(`${collection}?fieldValidation=Strict`, { type: 'application/yaml', text: Yaml.stringify(object) });
    this.warnings(created, fail);
    if (created.status !== 201) {
      fail(`refused: ${refusal(created)}`);
      return;
    }
    if (object.kind === 'Namespace') {
      await this.makeAccount(object.metadata.name, outcome);
    }
    await this.readBack(`${collection}/${created.body.metadata.name}`, object, fail);
    outcome.done.push(title(object));
  }

  private async debug({ pod, patch }: { pod: string; patch: object }, objects: ApiObject[], namespace: string, outcome: Outcome): Promise<void> {
    const fail = (text: string) => outcome.failures.push(`debug container of Pod ${pod}: ${text}`);
    const target = objects.find((o) => o.kind === 'Pod' && o.metadata.name === pod);
    if (!target) {
      fail('the example has no such pod');
      return;
    }
    const path = `/api/v1/namespaces/${target.metadata.namespace ?? namespace}/pods/${pod}`;
    const answer = await this.client.patch(`${path}/ephemeralcontainers?fieldValidation=Strict`, {
      type: 'application/strategic-merge-patch+json',
      text: JSON.stringify(patch),
    });
    this.warnings(answer, fail);
    if (answer.status !== 200) {
      fail(`refused: ${refusal(answer)}`);
      return;
    }
    const wanted = (patch as any).spec?.ephemeralContainers ?? [];
    if (wanted.length === 0) {
      fail('the patch has no container');
    }
    for (const container of wanted) {
      const served = answer.body.spec.ephemeralContainers?.find((c: any) => c.name === container.name);
      const difference = firstDifference(container, served);
      if (difference) {
        fail(`${container.name}: wrote ${show(difference.wrote)} to ${difference.path}, read ${show(difference.read)}`);
      }
    }
    await this.readBack(path, target, fail);
    outcome.done.push(`debug container ${wanted.map((c: any) => c.name).join(', ')}`);
  }

  private async readBack(path: string, wrote: ApiObject, fail: (text: string) => void): Promise<void> {
    const answer = await this.client.get(path);
    if (answer.status !== 200) {
      fail(`cannot be read back: ${refusal(answer)}`);
      return;
    }
    const difference = firstDifference(wrote, answer.body);
    if (difference) {
      fail(`wrote ${show(difference.wrote)} to ${difference.path}, read ${show(difference.read)}`);
    }
  }

  private warnings(answer: Answer, fail: (text: string) => void): void {
    for (const text of answer.warnings) {
      fail(`warning: ${text}`);
    }
  }
}

export function title(object: ApiObject): string {
  return `${object.kind} ${object.metadata.name}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
