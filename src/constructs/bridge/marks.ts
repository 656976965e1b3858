// What this package writes on constructs and values beside their own fields. An app and a library of constructs that it uses can each have a copy
// of this package, of the same version or of another one. Copies share no modules, only constructs and values. So the names are in the
// global symbol registry, and the shapes behind them are a contract between versions: add to them, but do not change what is there.

/** On an object that reviews itself at synth, as every object of this library does: the function that does it and gives the errors as texts. */
export const REVIEWS_ITSELF = Symbol.for('cdk8s-pods.reviews-itself');

/** On an object that was read from a file: the function that says where in the file a place of its manifest is. See `placeInYaml`. */
export const ORIGIN = Symbol.for('cdk8s-pods.origin');

/** On a scope: the settings made with `Admission.of(scope)`. See `Settings`. */
export const SETTINGS = Symbol.for('cdk8s-pods.settings');

/** On a scope under which every object is reviewed. */
export const ENFORCED = Symbol.for('cdk8s-pods.enforced');

/** On an app: how findings about links weigh. On a running synth: they were looked at. */
export const TOGETHER = Symbol.for('cdk8s-pods.together');

/** On a scope that reports its unused suppressions. */
export const REPORTS_UNUSED = Symbol.for('cdk8s-pods.reports-unused');

/** On a construct: the lines that were written to stderr for it, as a set. */
export const WRITTEN = Symbol.for('cdk8s-pods.written');

/** On an app, while it synthesizes: what is known so far. See `Synth`. */
export const SYNTH = Symbol.for('cdk8s-pods.synth');

/** On an app whose synth is one session already. */
export const HAS_SESSIONS = Symbol.for('cdk8s-pods.has-sessions');

/** On an app: the copies of this package that made its objects. See `Copy`. */
export const COPIES = Symbol.for('cdk8s-pods.copies');

/** On an app whose YAML writer carries every string exactly, so that no string has to be refused for cdk8s' writer. */
export const EXACT_YAML = Symbol.for('cdk8s-pods.ExactYaml');

/** On a Pod or workload: its `PodContent`. */
export const POD_CONTENT = Symbol.for('cdk8s-pods.pod-content');

/** On a construct: what it was made from, and how that was then. See `Given`. */
export const GIVEN = Symbol.for('cdk8s-pods.given');

/** On a value that a helper made: the constructs it refers to, as a list. */
export const REFERENCES = Symbol.for('cdk8s-pods.references');

/** On an object whose name depends on its content: the token (an object with a method `resolve`) that stands for the name in what refers to it. */
export const LATE_NAME = Symbol.for('cdk8s-pods.late-name');

/** On an app that a program in another language makes: what stands for such names there, with what gives the name. See `LateNames`. */
export const LATE_NAMES = Symbol.for('cdk8s-pods.late-names');

/** On what `mount()` and `device()` give: the volume. */
export const MOUNTED_VOLUME = Symbol.for('cdk8s-pods.mounted-volume');

/** On a `Volume` (true), and on what a claim template is made from (the claim). */
export const IS_VOLUME = Symbol.for('cdk8s-pods.is-volume');
export const CLAIM_TEMPLATE = Symbol.for('cdk8s-pods.claim-template');

/** Writes a mark. It is not enumerable, so it is in no manifest and in no copy of a value. On a construct a plain assignment does, and is faster. */
export function mark(on: object, name: symbol, value: unknown): void {
  Object.defineProperty(on, name, { value, configurable: true, writable: true, enumerable: false });
}

/** A mark, if there is one. Unlike `in`, it takes any value. */
export function marked(on: unknown, name: symbol): any {
  return typeof on === 'object' && on !== null ? (on as any)[name] : undefined;
}
