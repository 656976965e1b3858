// Where an object lives in the API, asked of the server itself.
import { Client, refusal } from './client';
import { ApiObject } from './examples';

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

export interface Place {
  /** The path that objects of this kind are posted to. */
  readonly collection: string;
  /** Absent for objects of the cluster. */
  readonly namespace?: string;
}

export class Resources {
  private readonly known = new Map<string, Promise<Resource[]>>();

  constructor(private readonly client: Client) {}

  public async place(object: ApiObject, ownNamespace: string): Promise<Place> {
    const { apiVersion, kind } = object;
    const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    if (!this.known.has(group)) {
      this.known.set(group, this.ask(group));
    }
    const resource = (await this.known.get(group)!).find((r) => r.kind === kind && !r.name.includes('/'));
    if (!resource) {
      throw new Error(`the server knows no kind ${kind} in ${apiVersion}`);
    }
    if (!resource.namespaced) {
      return { collection: `${group}/${resource.name}` };
    }
    const namespace = object.metadata.namespace ?? ownNamespace;
    return { collection: `${group}/namespaces/${namespace}/${resource.name}`, namespace };
  }

  private async ask(group: string): Promise<Resource[]> {
    const answer = await this.client.get(group);
    if (answer.status === 404) {
      return [];
    }
    if (answer.status !== 200) {
      throw new Error(`${group}: ${refusal(answer)}`);
    }
    return answer.body.resources;
  }
}
