import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { inWordsOfProps } from './flattened';
import { sharedProps } from './given';
import { fieldPath, Keys, Writer } from './keys';
import { LateName } from './late-name';
import { plainMetadata } from './metadata';
import { Advice, adviceFinding, Misuse, misuseText } from './misuse';
import { IApiResource } from './named';
import { generatedName } from './naming';
import { applyPatches } from './patches';
import { PlainProblem, toPlain } from './reader';
import { Rendering } from './rendering';
import { sameData } from './same-data';
import * as k8s from '../../k8s';
import { errorText, failAsIs, Finding, rememberSource, reviewErrors, useErrorText } from '../bridge/attach';
import { noteCopy } from '../bridge/copies';
import { REVIEWS_ITSELF } from '../bridge/marks';
import { keepManifest, rootOf, synthOf, useSessions } from '../bridge/session';
import { rename } from '../cdk8s/insides';

/**
 * The fields of every API object of this library.
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
   * The object's metadata. Without `name` and `generateName`, the name is a DNS label generated from the construct's path.
   *
   * @default - a generated name, the chart's namespace and labels
   */
  readonly metadata?: k8s.ObjectMeta;
}

/**
 * An API object whose manifest is plain data: base of every kind in this library. JSON patches, resolvers, dependencies and the
 * metadata calls of cdk8s work on it as on any `ApiObject`, and what they write is checked like the rest.
 */
export abstract class KubernetesObject extends ApiObject implements IApiResource {
  /**
   * cdk8s lets every ApiObject be an instance of ApiObject, and all classes below would inherit that answer.
   * @internal
   */
  public static [Symbol.hasInstance]<T>(this: { prototype: T }, o: unknown): o is T & ApiObject {
    return typeof o === 'object' && o !== null && Object.prototype.isPrototypeOf.call(this.prototype, o);
  }

  private manifestPatches?: JsonPatch[];
  private lateName?: LateName;
  private readonly named: boolean;
  private readonly givenMetadata?: k8s.ObjectMeta;

  /**
   * @param scope the chart or construct that the object belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props what the object is
   */
  protected constructor(scope: Construct, id: string, props: KubernetesObjectProps) {
    super(scope, id, { apiVersion: props.apiVersion, kind: props.kind, metadata: props.metadata as any });
    rememberSource(this, new.target);
    this.givenMetadata = props.metadata;
    this.named = props.metadata?.name !== undefined || props.metadata?.generateName === undefined;
    if (props.metadata?.name === undefined) {
      const name = generatedName(this.name, props.kind, this);
      if (name !== this.name) {
        rename(this, name);
      }
    }
    const validate = () => this.errors();
    this.node.addValidation({ validate });
    (this as any)[REVIEWS_ITSELF] = validate;
    const root = rootOf(this);
    useSessions(root);
    noteCopy(root);
  }

  /**
   * Applies RFC 6902 operations to the finished manifest, in order of calls.
   *
   * @param ops the operations; paths start at the manifest's top: `/spec/enableServiceLinks`
   */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    (this.manifestPatches ??= []).push(...ops);
  }

  /**
   * The manifest as plain data: what cdk8s writes to YAML.
   *
   * @throws Error that lists every value that is not data, and every wrong use of the construct
   */
  public toJson(): any {
    const { manifest, misuses } = this.render();
    const errors = misuses.length > 0 ? misuses.map((misuse) => this.textOf(misuse)) : this.errorsSinceReview(manifest);
    if (errors.length > 0) {
      failAsIs(`${this.node.path} (${this.kind} ${this.name}) cannot be written:\n  ${errors.join('\n  ')}`);
    }
    return manifest;
  }

  /**
   * The parts of the manifest beside apiVersion, kind and metadata, as the user wrote them; what is wrong is added to `errors`.
   * @internal
   */
  public _content(_rendering: Rendering): { [key: string]: unknown } {
    return {};
  }

  /**
   * What is wrong in the use of the construct, seen in the finished manifest.
   * @internal
   */
  public _problems(_manifest: any): readonly Misuse[] {
    return NOTHING;
  }

  /**
   * Advice that takes more than the manifest: what it refers to is at hand here.
   * @internal
   */
  public _advice(_manifest: any): readonly Advice[] {
    return NOTHING;
  }

  /**
   * The construct that wrote a place of the manifest, if it is not this one, with the rest of the keys.
   * @internal
   */
  public _writerOf(_keys: Keys): Writer | undefined {
    return undefined;
  }

  /**
   * Lets the content of the object decide its name.
   *
   * @param made the name that a finished manifest gets, from the name that it would have otherwise
   * @internal
   */
  protected _useLateName(made: (manifest: any, base: string) => string): void {
    this.lateName = new LateName(this, made, () => this.render().manifest);
  }

  /** What is wrong with the object. */
  private errors(): string[] {
    if (synthOf(this)?.sound.has(this)) {
      return [];
    }
    const { manifest, misuses, spoiled } = this.render();
    const findings = manifest === undefined ? NOTHING : this.review(manifest, spoiled);
    if (misuses.length + findings.length === 0) {
      keepManifest(this, manifest);
    }
    // Of one place we say what is wrong, and not the server: we know which construct fixes it.
    const places = new Set(misuses.map(({ keys, who }) => (who === undefined && keys !== undefined ? placeOf(keys) : undefined)));
    const others = findings.filter(({ keys }) => !places.has(placeOf(keys)));
    return [...misuses.map((misuse) => this.textOf(misuse)), ...others.map((finding) => errorText(finding, this))];
  }

  /** Whoever writes the object after it was reviewed in this synth gets what was reviewed: if it has changed, it is reviewed again. */
  private errorsSinceReview(manifest: any): string[] {
    const synth = synthOf(this);
    if (!synth?.sound.has(this) || synth.keep !== undefined || sameData(synth.sound.get(this), manifest)) {
      return [];
    }
    const findings = this.review(manifest, NOTHING);
    if (findings.length === 0) {
      keepManifest(this, manifest);
    }
    return findings.map((finding) => errorText(finding, this));
  }

  private review(manifest: any, except: readonly Keys[]): readonly Finding[] {
    return reviewErrors(this, manifest, (keys) => this._writerOf(keys)?.construct, except, this._advice(manifest).map(adviceFinding))
      .map((finding) => inWordsOfProps(finding, this.kind));
  }

  /** The manifest with what is wrong in the use of the construct; without a manifest where none can be made. */
  private render(): Rendered {
    return this.lateName === undefined ? this.rendered() : this.lateName.whileRendering(() => this.rendered());
  }

  private rendered(): Rendered {
    const rendering = new Rendering(this);
    const problems: PlainProblem[] = [];
    const metadata = plainMetadata(rendering, this.givenMetadata, this.named, problems);
    let content: { [key: string]: unknown };
    try {
      content = this._content(rendering);
    } catch (e) {
      return unwritable(e, this.node.path);
    }
    const { apiVersion, kind } = this;
    const read = rendering.replacesAny ? { apiVersion, kind, ...content } : content;
    let manifest = { apiVersion, kind, metadata, ...toPlain(read, rendering, problems) };
    const { misuses } = rendering;
    const patches = this.manifestPatches;
    if (misuses.length + problems.length === 0 && patches !== undefined) {
      try {
        manifest = inOrder(toPlain(applyPatches(manifest, patches, rendering, problems), rendering, problems));
      } catch (e) {
        return unwritable(e, this.node.path);
      }
    }
    if (misuses.length + problems.length === 0) {
      const named = this.lateName?.putInto(manifest) ?? NOTHING;
      return { manifest, misuses: [...named, ...this._problems(manifest), ...sharedProps(this)], spoiled: NOTHING };
    }
    return {
      manifest: patches === undefined ? manifest : undefined, // the patches cannot be applied to it
      misuses: [...misuses, ...problems.map((problem) => this.misuseOf(problem))],
      spoiled: [...misuses, ...problems].flatMap(({ keys }) => (keys === undefined ? [] : [keys])),
    };
  }

  private textOf(misuse: Misuse): string {
    const writer = misuse.keys === undefined ? undefined : this._writerOf(misuse.keys)?.construct;
    return useErrorText(misuseText(misuse), misuse.hint, writer ?? this, this);
  }

  private misuseOf(problem: PlainProblem): Misuse {
    const { keys } = problem;
    const writer = this._writerOf(keys);
    return writer === undefined ? problem
      : { ...problem, who: `${writer.construct.node.path}: ${fieldPath(writer.keys)} (${fieldPath(keys)})` };
  }
}

interface Rendered {
  readonly manifest?: any;
  readonly misuses: readonly Misuse[];
  /** Places where the manifest is not what the user meant, because of a misuse. */
  readonly spoiled: readonly Keys[];
}

/** For the many objects with which nothing is wrong. */
const NOTHING: readonly never[] = [];

function placeOf(keys: Keys): string {
  return keys.join('\n');
}

/** The manifest with its head first, as cdk8s writes it. */
function inOrder({ apiVersion, kind, metadata, ...content }: any): any {
  return withoutUnset({ apiVersion, kind, metadata, ...content });
}

function withoutUnset(map: any): any {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
}

function unwritable(e: unknown, path: string): Rendered {
  const { what, hint } = e as { what?: string; hint?: string };
  const message = typeof what === 'string' ? what : messageOf(e);
  return { misuses: [{ message: message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message, hint }], spoiled: NOTHING };
}

function messageOf(e: unknown): string {
  return e instanceof Error ? e.message : String(e);
}

