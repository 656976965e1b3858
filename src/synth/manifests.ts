import { NameSource, OutputFile } from './output-files';
import { Progress } from './progress';
import { ObjectPlace } from './tree';
import { takeManifest } from '../constructs/session';
import { writeYaml } from '../yaml/write';

const SEPARATOR = '---\n';

/** Renders each object once, on its way into a file, and finds what only finished manifests show. */
export class Manifests implements NameSource {
  private readonly errors: string[] = [];
  private readonly known = new Map<string, ObjectPlace>();
  private early?: { object: ObjectPlace; manifest: any };
  private done = 0;

  /**
   * @param progress told of each object
   * @param total how many objects there are
   */
  constructor(private readonly progress: Progress, private readonly total: number) {}

  /** Kind and name of an object's manifest; generated names count where the server makes the final one. */
  public nameOf(object: ObjectPlace): { kind: string; name: string } | undefined {
    const manifest = this.render(object);
    this.early = { object, manifest };
    return manifest && { kind: manifest.kind, name: manifest.metadata?.name ?? object.construct.name };
  }

  public problem(text: string): void {
    this.errors.push(text);
  }

  /** The content of a file. One that is one of several begins with a separator: `cdk8s synth --stdout` puts them in a row as they are. */
  public* pieces({ objects, oneOfSeveral }: OutputFile): Iterable<string> {
    let separator = oneOfSeveral ? SEPARATOR : '';
    for (const object of objects) {
      const manifest = this.early?.object === object ? this.early.manifest : this.render(object);
      this.progress.step('writing object', ++this.done, this.total);
      if (manifest !== undefined) {
        yield separator + this.textOf(object, manifest);
        separator = SEPARATOR;
      }
    }
  }

  /**
   * Says what was wrong with any object.
   *
   * @throws Error with everything
   */
  public finish(): void {
    if (this.errors.length > 0) {
      throw new Error(this.errors.length === 1 ? this.errors[0] : `${this.errors.length} things cannot be written:\n  ${this.errors.join('\n  ')}`);
    }
  }

  private render(object: ObjectPlace): any {
    let manifest;
    try {
      manifest = takeManifest(object.construct);
    } catch (e) {
      this.errors.push(e instanceof Error ? e.message : String(e));
      return undefined;
    }
    return this.hasTwin(object, manifest) ? undefined : manifest;
  }

  /** Two objects of one identity: the second one applied would take the place of the first. */
  private hasTwin(object: ObjectPlace, manifest: any): boolean {
    const { apiVersion, kind, metadata } = manifest ?? {};
    if (typeof metadata?.name !== 'string') {
      return false; // the server makes the name
    }
    const identity = JSON.stringify([apiVersion, kind, metadata.namespace ?? '', metadata.name]);
    const twin = this.known.get(identity);
    if (twin === undefined) {
      this.known.set(identity, object);
      return false;
    }
    const where = metadata.namespace === undefined ? '' : ` in the namespace '${metadata.namespace}'`;
    this.errors.push(`'${twin.construct.node.path}' and '${object.construct.node.path}' are both the ${kind} '${metadata.name}' (${apiVersion})${where}, `
      + 'and the cluster keeps one of them only; give one of them another name or namespace');
    return true;
  }

  private textOf(object: ObjectPlace, manifest: any): string {
    try {
      return writeYaml(manifest);
    } catch (e) {
      this.errors.push(`'${object.construct.node.path}' cannot be written: ${e instanceof Error ? e.message : String(e)}`);
      return '';
    }
  }
}
