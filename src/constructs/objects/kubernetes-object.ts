import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import * as k8s from '../../k8s';
import { settingsVersion } from '../bridge/admission-settings';
import { rememberSource, reviewErrors } from '../bridge/attach';
import { forgetManifest, keepManifest } from '../bridge/session';
import { metadataOf, watchMetadata, withoutEmpty } from '../plain/metadata';
import { Misuse } from '../plain/misuse';
import { INamed } from '../plain/named';
import { generatedName } from '../plain/naming';
import { applyPatches } from '../plain/patches';
import { fieldPath, Keys, PlainProblem, toPlain } from '../plain/plain';

/**
 * What every API object of this library is made of.
 */
export interface KubernetesObjectProps {
  /**
   * The group and version: `v1`, `apps/v1`, `batch/v1`.
   */
  readonly apiVersion: string;

  /**
   * The kind: `Pod`, `Deployment`.
   */
  readonly kind: string;

  /**
   * The object's metadata. Without `name` and `generateName` a DNS label is made from the construct's path.
   *
   * @default - a generated name, the chart's namespace and labels
   */
  readonly metadata?: k8s.ObjectMeta;
}

/**
 * An API object whose manifest is plain data: base of every kind in this library. JSON patches, resolvers, dependencies and the
 * metadata calls of cdk8s work on it as on any `ApiObject`, and what they write is checked like the rest.
 */
export abstract class KubernetesObject extends ApiObject implements INamed {
  /**
   * cdk8s lets every ApiObject be an instance of ApiObject, and all classes below would inherit that answer.
   * @internal
   */
  public static [Symbol.hasInstance]<T>(this: { prototype: T }, o: unknown): o is T & ApiObject {
    return typeof o === 'object' && o !== null && Object.prototype.isPrototypeOf.call(this.prototype, o);
  }

  private manifestPatches?: JsonPatch[];
  private readonly namePrefix: boolean;
  private readonly givenMetadata?: k8s.ObjectMeta;
  private sound = -1;

  /**
   * @param scope the chart or construct that the object belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props what the object is
   */
  protected constructor(scope: Construct, id: string, props: KubernetesObjectProps) {
    super(scope, id, { apiVersion: props.apiVersion, kind: props.kind, metadata: props.metadata as any });
    rememberSource(this, new.target);
    this.givenMetadata = props.metadata;
    this.namePrefix = props.metadata?.name === undefined && props.metadata?.generateName !== undefined;
    if (props.metadata?.name === undefined) {
      const name = generatedName(this.name, props.kind, this);
      if (name !== this.name) {
        // Both are written once, by cdk8s' constructor, which knows neither the kind's limit nor that `.` is no label character.
        Object.defineProperty(this, 'name', { value: name, enumerable: true });
        Object.defineProperty(this.metadata, 'name', { value: name, enumerable: true });
      }
    }
    watchMetadata(this.metadata);
    this.node.addValidation({ validate: () => this.validateOnce() });
  }

  /**
   * Applies RFC 6902 operations to the finished manifest, in order of calls.
   *
   * @param ops the operations; paths start at the manifest's top: `/spec/enableServiceLinks`
   */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    (this.manifestPatches ??= []).push(...ops);
    this._changed();
  }

  /**
   * The manifest as plain data: what cdk8s writes to YAML.
   *
   * @throws Error that names every place where something is not data or is used wrongly.
   */
  public toJson(): any {
    const { manifest, errors: wrong } = this.render();
    const errors = wrong.length > 0 ? wrong : this._problems(manifest);
    if (errors.length > 0) {
      throw new Error(`${this.node.path} (${this.kind} ${this.name}) cannot be written:\n  ${errors.join('\n  ')}`);
    }
    return manifest;
  }

  /** @internal */
  public _changed(): void {
    this.sound = -1;
    forgetManifest(this);
  }

  /**
   * The parts of the manifest beside apiVersion, kind and metadata, as the user wrote them; what is wrong is added to `errors`.
   * @internal
   */
  public _content(_errors: Misuse[]): { [key: string]: unknown } {
    return {};
  }

  /**
   * What is wrong in the use of the construct, seen in the finished manifest; messages without the object's path.
   * @internal
   */
  public _problems(_manifest: any): string[] {
    return [];
  }

  /**
   * The construct that wrote a place of the manifest, if it is not this one.
   * @internal
   */
  public _writerOf(_keys: Keys): { construct: IConstruct; field: string } | undefined {
    return undefined;
  }

  /** cdk8s validates the whole app again for every chart: within one turn of the event loop a sound object stays sound under its settings. */
  private validateOnce(): string[] {
    if (this.sound === settingsVersion()) {
      return [];
    }
    const { manifest, errors: wrong, places } = this.render();
    if (manifest === undefined) {
      return wrong;
    }
    const problems = wrong.length > 0 ? wrong : this._problems(manifest);
    const reviewed = reviewErrors(this, manifest, (keys) => this._writerOf(keys), places);
    if (problems.length + reviewed.length > 0) {
      return together(problems, reviewed);
    }
    this.sound = settingsVersion();
    forgetLater(this);
    keepManifest(this, manifest);
    return [];
  }

  /**
   * The manifest with what is wrong in it; none where it cannot be made.
   *
   * @returns `places` are the places that what is wrong has left its mark on
   */
  private render(): { manifest?: any; errors: string[]; places: Keys[] } {
    const problems: PlainProblem[] = [];
    const metadata = this.renderMetadata(problems);
    const wrong: Misuse[] = [];
    let manifest: any;
    try {
      manifest = { apiVersion: this.apiVersion, kind: this.kind, ...this._content(wrong) };
    } catch (e) {
      return { errors: [messageOf(e)], places: [] };
    }
    const patched = this.manifestPatches !== undefined;
    manifest = inOrder(toPlain(manifest, this, problems), metadata);
    if (wrong.length + problems.length === 0 && patched) {
      try {
        manifest = inOrder(toPlain(applyPatches(manifest, this.manifestPatches!, this, problems), this, problems));
      } catch (e) {
        return { errors: [`a JSON patch does not apply: ${firstLine(messageOf(e))}`], places: [] };
      }
    }
    if (wrong.length + problems.length === 0) {
      return { manifest, errors: NOTHING, places: NOTHING };
    }
    return {
      // What the patches would have made of it, nobody knows.
      manifest: patched ? undefined : manifest,
      errors: [...wrong.map((w) => w.message), ...problems.map((p) => this.describe(p))],
      places: [...wrong.flatMap((w) => w.keys === undefined ? [] : [w.keys]), ...problems.map((p) => p.keys)],
    };
  }

  private renderMetadata(problems: PlainProblem[]): any {
    const nested = (found: PlainProblem[]) => problems.push(...found.map((p) => ({ ...p, keys: ['metadata', ...p.keys] })));
    const given: PlainProblem[] = [];
    if (this.givenMetadata !== undefined) {
      toPlain(this.givenMetadata, this, given); // cdk8s would say less of what is wrong, or nothing
    }
    const found: PlainProblem[] = [];
    const written = metadataOf(this.metadata);
    if (this.namePrefix) {
      written.name = undefined; // the server appends to generateName only where there is no name
    }
    const metadata = withoutEmpty(toPlain(written, this, found)) ?? {};
    nested(given.length > 0 ? given : found);
    return metadata;
  }

  private describe(problem: PlainProblem): string {
    const writer = this._writerOf(problem.keys);
    return writer
      ? `${writer.construct.node.path}: ${writer.field} (${fieldPath(problem.keys)}): ${problem.message}`
      : `${fieldPath(problem.keys)}: ${problem.message}`;
  }
}

/** For the many objects with which nothing is wrong. */
const NOTHING: never[] = [];

/** Wrong uses of constructs and what the server says; of one place we say it, since we know which construct fixes it. */
function together(problems: string[], reviewed: string[]): string[] {
  const places = new Set(problems.map(placeOf));
  return [...problems, ...reviewed.filter((text) => !places.has(placeOf(text)))];
}

function placeOf(text: string): string {
  return text.split(':', 1)[0];
}

/** Objects that are sound within this turn of the event loop. */
let soundNow: KubernetesObject[] = [];

function forgetLater(object: KubernetesObject): void {
  if (soundNow.length === 0) {
    queueMicrotask(() => {
      const objects = soundNow;
      soundNow = [];
      objects.forEach((o) => o._changed());
    });
  }
  soundNow.push(object);
}

/** The manifest with its head first, as cdk8s writes it. */
function inOrder(manifest: any, metadata = manifest.metadata): any {
  const result: any = {};
  for (const key of HEAD) {
    const value = key === 'metadata' ? metadata : manifest[key];
    if (value !== undefined) {
      result[key] = value;
    }
  }
  for (const key of Object.keys(manifest)) {
    if (manifest[key] !== undefined && !HEAD.includes(key)) {
      result[key] = manifest[key];
    }
  }
  return result;
}

const HEAD = ['apiVersion', 'kind', 'metadata'];

function messageOf(e: unknown): string {
  return e instanceof Error ? e.message : String(e);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0];
}
