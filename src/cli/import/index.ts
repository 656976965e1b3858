import { Comments, InnerComment } from './comments';
import { apiObjectCode, constructCode } from './construct';
import { Emitter, literal } from './emit';
import { Escape, isStruct, isText, Key, placeText, Struct } from './fit';
import { FLAT_KINDS } from './flat-kinds';
import { HELPERS } from './helpers';
import { sharedLabels } from './labels';
import { call, object, writtenComments } from './layout';
import { Names } from './names';
import { metadataOf, notAnObject, objectsOf, plainFields, withoutServerSet } from './object';
import { planTyped, TypedPlan } from './plan';
import { programText, Statement } from './program';
import { Selectable, selectedBy } from './selects';
import { quote, shown } from './text';
import { notPlain, unsafeTexts } from './values';
import { sameJson } from '../../admission/formats/same-json';
import { trim } from '../../admission/formats/space';
import { kindFacts } from '../../k8s/kinds';

/** A document that was read, and where it comes from. */
export interface ImportedManifest {
  readonly value: unknown;
  readonly file?: string;
  /** Which document of the file it is. */
  readonly index?: number;
  /** The comments above it, one a line, safe for a comment in code. */
  readonly comments?: readonly string[];
  /** The comments inside of it. */
  readonly inside?: readonly InnerComment[];
}

/** A part of a document that the code does not reproduce, or that will not synthesize. */
export interface ImportProblem {
  /** Index of the manifest. */
  readonly index: number;
  readonly message: string;
  /** Nothing is lost: what was left out means the same as if it were there. */
  readonly note?: true;
}

export interface ImportResult {
  /** A TypeScript module that synthesizes the manifests. */
  readonly code: string;
  readonly problems: ImportProblem[];
}

export interface ImportOptions {
  /**
   * The id of one chart for everything, and so the name of the file that is synthesized.
   *
   * @default - a chart for each file, with its name without folder and extension
   */
  readonly chart?: string;
}

/** The end of a name that cdk8s generated. */
const GENERATED = /-c8[0-9a-f]{6}$/;

/** An object of a document, read for the first time. */
interface Found {
  readonly at: number;
  readonly manifest: Struct;
  readonly metadata: Struct;
  /** The comments inside of its document. */
  readonly comments: Comments;
  readonly plan?: TypedPlan;
  /** Why it does not become a construct of this library, though its kind has one. */
  readonly why?: string;
  /** It has strings that cdk8s' App does not write exactly, and this library's does. */
  readonly needsOwnApp: boolean;
}

/**
 * Writes TypeScript that makes the manifests with this library's constructs: one app, with a chart for each file. What is of no built-in kind
 * in the version of its construct, or does not fit the construct's props, becomes an ApiObject. Manifests are data: nothing in them is run.
 */
export function importManifests(manifests: readonly ImportedManifest[], options: ImportOptions = {}): ImportResult {
  const problems: ImportProblem[] = [];
  const found = manifests.flatMap(({ value, inside = [] }, index) =>
    findIn(value, index, new Comments(value, inside), (message, note) => problems.push({ index, message, ...note ? { note } : {} })));
  const ownApp = found.some(({ needsOwnApp }) => needsOwnApp);
  const charts = chartsOf(manifests, found, options.chart);
  const names = new Names();
  const sharing = found.filter(({ plan }) => plan !== undefined && sharedLabels(plan) !== undefined).length;
  const program: Program = { names, sharing, shared: [], selectable: [] };
  const statements = charts.flatMap(({ id, objects }) => {
    const namespace = commonNamespace(objects);
    const chart = charts.length === 1 ? 'chart' : names.variable(id, `${id}-chart`, 'chart');
    const props = namespace === undefined ? [] : [object(['namespace', quote(namespace)])];
    const made = call('new Chart', 'app', quote(id), ...props);
    const own = new ChartCode(program, chart, namespace).statements(objects, (at) => manifests[at].comments ?? []);
    return [own.length === 0 ? { code: made, gap: charts.length > 1 } : { variable: chart, code: made, gap: charts.length > 1 }, ...own];
  });
  return {
    code: programText([{ variable: 'app', code: call('new App') }, ...statements, { code: 'app.synth()', gap: true }], ownApp),
    problems,
  };
}

/** The files as charts, or all as one with a given id. */
function chartsOf(manifests: readonly ImportedManifest[], found: readonly Found[], given: string | undefined): { id: string; objects: Found[] }[] {
  const files = [...new Set(found.map(({ at }) => manifests[at].file ?? ''))];
  if (given !== undefined || files.length < 2) {
    return [{ id: given ?? chartName(files[0] ?? manifests.find(({ file }) => file !== undefined)?.file ?? ''), objects: [...found] }];
  }
  const ids = chartNames(files);
  return files.map((file, i) => ({ id: ids[i], objects: found.filter(({ at }) => (manifests[at].file ?? '') === file) }));
}

/** What charts of a program share. */
interface Program {
  readonly names: Names;
  /** How many objects have labels that a variable stands for. */
  readonly sharing: number;
  readonly shared: { readonly labels: Struct; readonly variable: string }[];
  readonly selectable: Selectable[];
}

/** The code of the objects of a chart. */
class ChartCode {
  private readonly names: Names;

  public constructor(private readonly program: Program, private readonly chart: string, private readonly namespace: string | undefined) {
    this.names = program.names.ofChart();
  }

  /** The comments of a document stand above the first of its objects. */
  public statements(objects: readonly Found[], commentsOf: (at: number) => readonly string[]): Statement[] {
    const written = new Set<string>();
    return objects.flatMap((found, i) => {
      if (objects[i - 1]?.at !== found.at) {
        written.clear();
      }
      const [first, ...others] = this.object(found);
      [first, ...others].forEach(({ code, comments }) => writtenComments(code, written) && comments?.forEach((comment) => written.add(comment)));
      const rest = objects[i + 1]?.at === found.at ? [] : found.comments.besides(written);
      const above = [...objects[i - 1]?.at === found.at ? [] : commentsOf(found.at), ...rest];
      return [{ ...first, comments: [...above, ...first.comments ?? []] }, ...others];
    });
  }

  private object({ manifest, metadata, plan, why, comments }: Found): Statement[] {
    const { names, program: { shared, selectable } } = this;
    const kind = manifest.kind as string;
    const name = String(metadata.name ?? metadata.generateName ?? '').replace(GENERATED, '');
    const base = { id: names.id(name, kind), chart: this.chart, names, namespace: this.namespace };
    if (plan === undefined) {
      const { escapes } = metadataOf(manifest);
      const rest = plainFields(manifest, why !== undefined && !keepsNulls(kind), comments);
      const plain = { apiVersion: manifest.apiVersion as string, kind, metadata, fields: rest.fields, escapes: [...escapes, ...rest.escapes] };
      return [apiObjectCode(plain, { ...base, emit: new Emitter(HELPERS, shared, comments) }, why === undefined ? [] : [`Not the construct of its kind, because ${why}.`])];
    }
    const selects = kind === 'Service' ? selectedBy(plan, selectable) : undefined;
    const variable = plan.pod === undefined ? undefined : names.variable(name, `${name}-${kind}`, kind);
    const labels = this.newLabels(plan, name);
    const made = constructCode(plan, { ...base, emit: new Emitter(HELPERS, shared, comments), variable, selects });
    if (variable !== undefined) {
      selectable.push({ variable, plan });
    }
    return [...labels, ...made];
  }

  /** A variable for labels that an object has in several places, unless there is one already. */
  private newLabels(plan: TypedPlan, name: string): Statement[] {
    const { names, program: { shared, sharing } } = this;
    const labels = sharedLabels(plan);
    if (labels === undefined || shared.some((one) => sameJson(one.labels, labels))) {
      return [];
    }
    const variable = names.variable(...(sharing > 1 ? [] : ['labels']), `${name}-labels`);
    shared.push({ labels, variable });
    return [{ variable, code: literal(labels), gap: true }];
  }
}

function findIn(value: unknown, at: number, comments: Comments, problem: (message: string, note?: true) => void): Found[] {
  const wrong = notPlain(value);
  if (wrong !== undefined) {
    problem(`${wrong}; left out`);
    return [];
  }
  return objectsOf(value).flatMap((one): Found[] => {
    const reason = notAnObject(one);
    if (reason !== undefined) {
      problem(reason);
      return [];
    }
    const { manifest, left } = withoutServerSet(one as Struct, comments);
    const unsafe = unsafeTexts(manifest);
    for (const { place, why } of unsafe.filter(({ never }) => never)) {
      problem(`${place} ${why}: synth rejects it, because a text file cannot contain it`);
    }
    const needsOwnApp = unsafe.length > 0;
    const { metadata, escapes } = metadataOf(manifest, comments);
    const what = `${manifest.kind as string} ${isText(metadata.name) ? metadata.name : isText(metadata.generateName) ? `${metadata.generateName}…` : 'without a name'}`;
    if (left.length > 0) {
      problem(`${shown(what)}: left out, because the server sets it: ${someOf(left)}`);
    }
    if (!isText(metadata.name) && !isText(metadata.generateName)) {
      problem(`${shown(what)}: synth generates a name from the construct's path; to choose the name, set metadata.name`);
    }
    const planned = planTyped(manifest, metadata, escapes, comments);
    const nulls = planned === undefined || (typeof planned === 'string' && keepsNulls(String(manifest.kind))) ? [] : nullsOf(one as Struct, typeof planned === 'string' ? [] : planned.escapes);
    if (nulls.length > 0) {
      problem(`${shown(what)}: left out, because null means unset: ${someOf(nulls)}`, true);
    }
    if (typeof planned === 'string') {
      problem(`${shown(what)}: written as an ApiObject, because ${planned}`);
      return [{ at, manifest, metadata, comments, why: planned, needsOwnApp }];
    }
    for (const { place, why } of planned === undefined ? [] : patchedPlaces(planned)) {
      problem(`${shown(what)}: ${place} is written as a JSON patch, because it ${why}`);
    }
    return [{ at, manifest, metadata, comments, plan: planned, needsOwnApp }];
  });
}

/** No more places than a line can say. */
const MOST_PLACES = 6;

function someOf(places: readonly string[]): string {
  return places.length <= MOST_PLACES ? places.join(', ') : `${places.slice(0, MOST_PLACES).join(', ')} and ${places.length - MOST_PLACES} more`;
}

/** Whether an object that becomes no construct keeps its nulls: in some kinds there are fields of which a null is a value. */
const keepsNulls = (kind: string): boolean => Object.hasOwn(FLAT_KINDS, kind);

/** Fields that are null, and so the same as if they were not there. What a patch adds keeps its nulls. */
function nullsOf(manifest: Struct, escapes: readonly Escape[]): string[] {
  const kept = new Set(escapes.map(({ path }) => placeText(path)));
  const places: string[] = [];
  const look = (value: unknown, path: readonly Key[]): void => {
    if (kept.has(placeText(path)) || path[0] === 'status') {
      return;
    }
    if (Array.isArray(value)) {
      value.forEach((item, i) => look(item, [...path, i]));
    } else if (isStruct(value)) {
      Object.entries(value).forEach(([key, item]) => {
        if (item !== null) {
          look(item, [...path, key]);
        } else if (key !== 'creationTimestamp') { // which every manifest has that a program made
          places.push(placeText([...path, key]));
        }
      });
    }
  };
  look(manifest, []);
  return places;
}

/** Every place that the code sets with a JSON patch. */
function patchedPlaces({ escapes, pod }: TypedPlan): { place: string; why: string }[] {
  return [
    ...escapes.map(({ path, why }) => ({ place: placeText(path), why })),
    ...(pod?.containers ?? []).flatMap(({ value, escapes: own }) =>
      own.map(({ path, why }) => ({ place: `${placeText(path)} of the container ${shown(String(value.name))}`, why }))),
  ];
}

/** The namespace that every object is in, but constructs of the cluster: a chart gives them none. */
function commonNamespace(found: readonly Found[]): string | undefined {
  const isOfCluster = ({ plan, metadata }: Found): boolean =>
    plan !== undefined && metadata.namespace === undefined && kindFacts(plan.kind)?.clusterScoped === true;
  const inOne = found.filter((one) => !isOfCluster(one));
  const [first, ...others] = new Set(inOne.map(({ metadata }) => metadata.namespace));
  return others.length === 0 && isText(first) ? first : undefined;
}

function chartName(file: string): string {
  const name = idOf(file.split(/[\\/]/).pop()!);
  return name === '' ? 'manifests' : name;
}

/** An id for each file: its name, with as many of its folders as it takes to tell it from the others. */
function chartNames(files: readonly string[]): string[] {
  const ids = files.map((file) => {
    const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
    const tails = parts.map((_, i) => parts.slice(i).join('-')).reverse();
    const isAlone = (tail: string): boolean => files.filter((one) => one.split(/[\\/]/).join('-').endsWith(tail)).length === 1;
    return idOf(tails.find(isAlone) ?? tails[tails.length - 1] ?? '') || 'manifests';
  });
  const taken = new Set<string>();
  return ids.map((id) => {
    let unique = id;
    for (let i = 2; taken.has(unique); i++) {
      unique = `${id}-${i}`;
    }
    taken.add(unique);
    return unique;
  });
}

function idOf(file: string): string {
  return trim(file.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9._-]+/g, '-'), /[-.]/);
}
