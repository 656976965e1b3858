import { NameSource, OutputFile } from './output-files';
import { Progress } from './progress';
import { ObjectPlace } from './tree';
import { Validation } from './validate';
import { failAsIs } from '../constructs/bridge/attach';
import { takeKept } from '../constructs/bridge/session';
import { YamlWriter } from '../yaml/write/write';

const SEPARATOR = '---\n';

/** A manifest on its way into a file: its YAML, or why there is none, and what tells objects apart. */
export interface FinishedManifest {
  readonly yaml?: Buffer;
  readonly error?: string;
  readonly apiVersion: unknown;
  readonly kind: any;
  readonly name: any;
  readonly namespace: any;
}

/** A function that turns manifests into YAML; what it learns of one makes the next one quicker. */
export function manifestFinisher(): (manifest: any) => FinishedManifest {
  const writer = new YamlWriter();
  return (manifest) => {
    const { apiVersion, kind, metadata } = manifest ?? {};
    const identity = { apiVersion, kind, name: metadata?.name, namespace: metadata?.namespace };
    try {
      return { ...identity, yaml: writer.bytes(manifest) };
    } catch (e) {
      return { ...identity, error: messageOf(e) };
    }
  };
}

/** Takes each object's manifest once, on its way into a file, and finds what only finished manifests show. */
export class Manifests implements NameSource {
  private readonly errors: string[] = [];
  private readonly known = new Map<string, ObjectPlace>();
  private early?: { object: ObjectPlace; manifest: FinishedManifest | undefined };
  private done = 0;
  private readonly finishManifest = manifestFinisher();

  /**
   * @param validation asked to review each object before it is taken
   * @param progress told of each object
   * @param total how many objects there are
   */
  constructor(private readonly validation: Validation, private readonly progress: Progress, private readonly total: number) {}

  /** Kind and name of an object's manifest; generated names count where the server makes the final one. */
  public nameOf(object: ObjectPlace): { kind: string; name: string } | undefined {
    const manifest = this.take(object);
    this.early = { object, manifest };
    return manifest && { kind: manifest.kind, name: manifest.name ?? object.construct.name };
  }

  public problem(text: string): void {
    this.errors.push(text);
  }

  /** The content of a file. Where there are several files, each begins with a separator: `cdk8s synth --stdout` concatenates them as they are. */
  public* pieces({ objects, oneOfSeveral }: OutputFile): Iterable<string | Buffer> {
    let separated = !oneOfSeveral;
    for (const object of objects) {
      const manifest = this.early?.object === object ? this.early.manifest : this.take(object);
      this.progress.step('writing object', ++this.done, this.total);
      if (manifest?.yaml !== undefined) {
        if (separated) {
          separated = false;
        } else {
          yield SEPARATOR;
        }
        yield manifest.yaml;
      }
    }
  }

  /**
   * Reports what was wrong with the objects.
   *
   * @throws Error with everything
   */
  public finish(): void {
    if (this.errors.length > 0) {
      failAsIs(this.errors.length === 1 ? this.errors[0] : `${this.errors.length} objects cannot be written:\n  ${this.errors.join('\n  ')}`);
    }
  }

  private take(object: ObjectPlace): FinishedManifest | undefined {
    this.validation.until(object);
    if (!this.validation.sound) {
      return undefined; // nothing will be written
    }
    let manifest = takeKept<FinishedManifest>(object.construct);
    if (manifest === undefined) {
      try {
        manifest = this.finishManifest(object.construct.toJson());
      } catch (e) {
        this.errors.push(whyNot(object, e));
        return undefined;
      }
    }
    if (manifest.error !== undefined) {
      this.errors.push(`'${object.construct.node.path}' cannot be written: ${manifest.error}`);
    }
    return manifest.error !== undefined || this.hasTwin(object, manifest) ? undefined : manifest;
  }

  /** Two objects with the same identity: the second would overwrite the first when applied. */
  private hasTwin(object: ObjectPlace, { apiVersion, kind, name, namespace }: FinishedManifest): boolean {
    if (typeof name !== 'string') {
      return false; // the server makes the name
    }
    const identity = `${apiVersion}\n${kind}\n${namespace ?? ''}\n${name}`;
    const twin = this.known.get(identity);
    if (twin === undefined) {
      this.known.set(identity, object);
      return false;
    }
    const where = namespace === undefined ? '' : ` in the namespace '${namespace}'`;
    this.errors.push(`'${twin.construct.node.path}' and '${object.construct.node.path}' are both the ${kind} '${name}' (${apiVersion})${where}: `
      + 'the cluster keeps only one of them; rename one of them, or use another namespace');
    return true;
  }
}

/** Why an object has no manifest. Errors from inside cdk8s, such as a Lazy that throws, name neither the object nor its place. */
function whyNot({ construct }: ObjectPlace, e: unknown): string {
  const message = messageOf(e);
  return message.startsWith(construct.node.path) ? message : `'${construct.node.path}' (${construct.kind} ${construct.name}) cannot be written: ${message}`;
}

function messageOf(e: any): string {
  return typeof e?.message === 'string' ? e.message : String(e);
}
