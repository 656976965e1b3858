// What docs/from-cdk8s-plus.md promises: objects that cdk8s-plus has deployed are taken over by this library, and none is recreated.
import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { Answer, Client, json, refusal } from './client';
import { firstDifference } from './compare';
import { ApiObject } from './examples';
import { Resources } from './resources';

const PAGE = join(__dirname, '..', '..', 'docs', 'from-cdk8s-plus.md');
const NAMESPACE = 'e2e-move';

/** What the first program of the page writes, which uses cdk8s-plus, and what the second writes; test/docs runs both. */
export function manifestsOfPage(): { before: ApiObject[]; after: ApiObject[] } {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = ['1', '2'].map((program) => {
    const block = new RegExp(`<!-- output: shop\\.k8s\\.yaml \\(${program}\\) -->\n\`\`\`yaml\n([^]*?)\n\`\`\``).exec(page);
    return block === null ? [] : parseAllDocuments(block[1]).map((document): ApiObject => document.toJS());
  });
  return { before, after };
}

/** Applies what cdk8s-plus wrote, then what this library writes; the answer is what did not go as the page says. */
export async function move(client: Client): Promise<string[]> {
  const { before, after } = manifestsOfPage();
  const mover = new Mover(client);
  await client.post('/api/v1/namespaces', json({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }));
  await mover.applyAll(before);
  const deployed = await mover.stored(before);
  await mover.applyAll(after);
  await mover.compare(deployed, after);
  await mover.refuseOtherSelector(after);
  return mover.failures;
}

class Mover {
  public readonly failures: string[] = [];
  private readonly resources: Resources;

  constructor(private readonly client: Client) {
    this.resources = new Resources(client);
  }

  /** Server-side apply, so that fields that are no longer written go away. */
  public async applyAll(objects: ApiObject[]): Promise<void> {
    if (objects.length === 0) {
      this.failures.push('the page has no manifests');
    }
    for (const object of objects) {
      const answer = await this.apply(object);
      if (answer.status !== 200 && answer.status !== 201) {
        this.failures.push(`${title(object)}: ${refusal(answer)}`);
      }
    }
  }

  public async stored(objects: ApiObject[]): Promise<Map<string, any>> {
    const found = new Map<string, any>();
    for (const object of objects) {
      found.set(title(object), (await this.client.get(await this.path(object))).body);
    }
    return found;
  }

  /** Every object is still the same one, has what the new manifest says, and a Deployment has begun one rollout. */
  public async compare(deployed: Map<string, any>, objects: ApiObject[]): Promise<void> {
    const now = await this.stored(objects);
    const expected = [...deployed.keys()].sort().join(', ');
    if ([...now.keys()].sort().join(', ') !== expected) {
      this.failures.push(`${[...now.keys()].join(', ')} are not ${expected}`);
      return;
    }
    for (const object of objects) {
      const name = title(object);
      const [old, current] = [deployed.get(name), now.get(name)];
      const same = (what: string, was: unknown, is: unknown): void => {
        if (was !== is) {
          this.failures.push(`${name}: ${what} was ${String(was)} and is ${String(is)}`);
        }
      };
      same('uid', old.metadata.uid, current.metadata.uid);
      same('clusterIP', old.spec?.clusterIP, current.spec?.clusterIP);
      same('what is written', undefined, firstDifference(object, current)?.path);
      if (object.kind === 'Deployment') {
        same('generation, raised once by the new template,', old.metadata.generation + 1, current.metadata.generation);
        same('limits of cdk8s-plus', undefined, current.spec.template.spec.containers[0].resources?.limits?.cpu);
      }
    }
  }

  /** The reason to keep the selector. */
  public async refuseOtherSelector(objects: ApiObject[]): Promise<void> {
    const deployment = structuredClone(objects.find(({ kind }) => kind === 'Deployment'));
    if (deployment === undefined) {
      this.failures.push('the page has no Deployment');
      return;
    }
    const labels = { 'cdk8s-pods/workload': deployment.metadata.name };
    deployment.spec.selector.matchLabels = labels;
    deployment.spec.template.metadata.labels = labels;
    const answer = await this.apply(deployment);
    if (answer.status !== 422 || !/field is immutable/.test(answer.text)) {
      this.failures.push(`another selector was not refused as immutable: ${refusal(answer)}`);
    }
  }

  private async apply(object: ApiObject): Promise<Answer> {
    return this.client.patch(`${await this.path(object)}?fieldManager=e2e&force=true&fieldValidation=Strict`, {
      type: 'application/apply-patch+yaml',
      text: JSON.stringify(object),
    });
  }

  private async path(object: ApiObject): Promise<string> {
    return `${(await this.resources.place(object, NAMESPACE)).collection}/${object.metadata.name}`;
  }
}

function title({ kind, metadata: { name } }: ApiObject): string {
  return `${kind} ${name}`;
}
