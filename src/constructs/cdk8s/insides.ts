// Everything of cdk8s that this library relies on beyond its documented API. test/constructs/cdk8s runs it with the oldest and the newest version
// that the peer range allows. What is not here is documented: ApiObject.isApiObject, addJsonPatch, toJson, Chart.isChart,
// node.addValidation, Names.toDnsLabel, the options of App, and the order of objects in charts.
import { ApiObject, ApiObjectMetadataDefinition, App, Chart, IResolver, JsonPatch, NumberStringUnionResolver, ResolutionContext } from 'cdk8s';
import { IConstruct } from 'constructs';

/** How many resolvers of its own cdk8s puts at the end of every app's list: for Lazy, for implicit tokens, for union classes. */
const BUILT_IN_RESOLVERS = 3;

/**
 * The resolvers of an app. `App.resolvers` is marked internal. There is no other way to a Lazy's value that leaves the rest of the data to us:
 * cdk8s' `toJson` throws at what is not data, without saying where.
 */
export function resolversOf(app: IConstruct): readonly IResolver[] {
  return (app as App).resolvers ?? [];
}

/** Whether some of an app's resolvers are the user's. Those can replace any value, and not only a Lazy or what has a method `resolve`. */
export function hasOwnResolvers(resolvers: readonly IResolver[]): boolean {
  return resolvers.length > BUILT_IN_RESOLVERS;
}

/** What the first resolver that replaces a value makes of it. */
export function replacementOf(
  value: unknown, object: ApiObject, keys: readonly (string | number)[], resolvers: readonly IResolver[],
): { value: unknown } | undefined {
  const context = new ResolutionContext(object, keys.map(String), value);
  for (const resolver of resolvers) {
    // A union class of an import (`IntOrString.fromNumber(80)`) means its value; cdk8s' resolver would leave `{ value: 80 }`.
    if (resolver instanceof NumberStringUnionResolver) {
      continue;
    }
    resolver.resolve(context);
    if (context.replaced) {
      return { value: context.replacedValue };
    }
  }
  return undefined;
}

/** Whether cdk8s' own resolvers leave an object as it is: they look for a Lazy, which is of a class, and for a method `resolve`. */
export function surelyNoToken(value: any): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === Array.prototype) && value.resolve === undefined;
}

/** Whether cdk8s sorts keys: its environment variable, documented at `ApiObject.toJson`. */
export function sortsKeys(): boolean {
  return !process.env.CDK8S_DISABLE_SORT;
}

/**
 * Metadata before it is resolved: what `ApiObjectMetadataDefinition.toJson` starts from. That method throws at what is not data, without
 * saying where. The private field holds the fields that have no property of their own; without it, in a version to come, `toJson` is used.
 */
export function metadataOf(definition: ApiObjectMetadataDefinition): { [key: string]: unknown } {
  const { name, namespace, annotations, finalizers, ownerReferences, labels, _additionalAttributes: others } = definition as any;
  if (others === undefined) {
    return definition.toJson() ?? {};
  }
  const metadata: { [key: string]: unknown } = { annotations, finalizers, labels, name, namespace, ownerReferences };
  for (const key in others) {
    if (!(key in metadata)) {
      metadata[key] = others[key];
    }
  }
  return metadata;
}

/**
 * Gives an object another name. `name` is written by cdk8s' constructor and read-only then; that constructor knows neither the kind's limit
 * nor that `.` is no character of a label. What the app, the chart and the metadata read are these two properties.
 */
export function rename(object: ApiObject, name: string): void {
  Object.defineProperty(object, 'name', { value: name, enumerable: true });
  Object.defineProperty(object.metadata, 'name', { value: name, enumerable: true });
}

/** Gives an object a name that is asked for again each time. The same two properties are replaced as by `rename`. */
export function renameLate(object: ApiObject, name: () => string): void {
  Object.defineProperty(object, 'name', { get: name, enumerable: true, configurable: true });
  Object.defineProperty(object.metadata, 'name', { get: name, enumerable: true, configurable: true });
}

/** A patch as data. `_toJson` is internal, and a patch has no other reader: without it a value in it could not be checked. */
export function patchOf(patch: JsonPatch): { op: string; path: string; value?: unknown } {
  return (patch as any)._toJson();
}

/** Whether a chart's class has a `toJson` of its own. cdk8s' App writes what that says, so ours does, too. */
export function hasOwnManifests(chart: Chart): boolean {
  return chart.toJson !== Chart.prototype.toJson;
}

/** What `App` takes when its options leave it open: the documented environment variable. It keeps its own answer private. */
export function recordsConstructMetadata(given: boolean | undefined): boolean {
  return given ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
}

/**
 * Puts something around every later synth of an app. cdk8s tells nobody when a synth begins or ends, so its methods are replaced on this
 * one app, whatever class it is of. What is no App, such as a root in a test, stays as it is.
 */
export function wrapSynth(app: IConstruct, around: (synth: () => unknown) => unknown): void {
  for (const method of ['synth', 'synthYaml'] as const) {
    const original: unknown = (app as any)[method];
    if (typeof original === 'function') {
      const value = (...args: unknown[]) => around(() => original.apply(app, args));
      Object.defineProperty(app, method, { value, configurable: true, writable: true, enumerable: false });
    }
  }
}
