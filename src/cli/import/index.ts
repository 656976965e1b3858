import { apiObjectCode, constructCode, Making } from './construct';
import { Emitter, literal } from './emit';
import { isText, placeText, Struct } from './fit';
import { HELPERS } from './helpers';
import { sharedLabels } from './labels';
import { call, object } from './layout';
import { Names } from './names';
import { metadataOf, notAnObject, objectsOf, plainFields, withoutServerSet } from './object';
import { planTyped, TypedPlan } from './plan';
import { programText, Statement } from './program';
import { Selectable, selectedBy } from './selects';
import { quote, shown } from './text';
import { notPlain, unsafeTexts } from './values';
import { trim } from '../../admission/formats/space';

/** A document that was read, and where it comes from. */
export interface ImportedManifest {
  readonly value: unknown;
  readonly file?: string;
  /** Which document of the file it is. */
  readonly index?: number;
}

/** A part of a document that the code does not reproduce, or that will not synthesize. */
export interface ImportProblem {
  /** Index of the manifest. */
  readonly index: number;
  readonly message: string;
}

export interface ImportResult {
  /** A TypeScript module that synthesizes the manifests. */
  readonly code: string;
  readonly problems: ImportProblem[];
}

export interface ImportOptions {
  /**
   * The chart's id, and so the name of the file that is synthesized.
   *
   * @default - the name of the first file, without folder and extension
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
  readonly plan?: TypedPlan;
  /** Why it does not become a construct of this library, though its kind has one. */
  readonly why?: string;
}

/**
 * Writes TypeScript that makes the manifests with this library's constructs: one app with one chart. What is no pod, workload,
 * PodTemplate or Service, or does not fit their props, becomes an ApiObject. Manifests are data: nothing in them is run.
 */
export function importManifests(manifests: readonly ImportedManifest[], options: ImportOptions = {}): ImportResult {
  const problems: ImportProblem[] = [];
  const found = manifests.flatMap(({ value }, index) => findIn(value, index, (message) => problems.push({ index, message })));
  const namespace = commonNamespace(found);
  const names = new Names();
  const chart = options.chart ?? chartName(manifests);
  const sharing = found.filter(({ plan }) => plan !== undefined && sharedLabels(plan) !== undefined).length;
  const statements: Statement[] = [];
  const selectable: Selectable[] = [];
  for (const { manifest, metadata, plan, why } of found) {
    const kind = manifest.kind as string;
    const given = String(metadata.name ?? metadata.generateName ?? '');
    const name = given.replace(GENERATED, '');
    const making: Making = { id: names.id(name, kind), emit: new Emitter(HELPERS), names, namespace };
    if (plan === undefined) {
      const { escapes } = metadataOf(manifest);
      const rest = plainFields(manifest, why !== undefined);
      const plain = { apiVersion: manifest.apiVersion as string, kind, metadata, fields: rest.fields, escapes: [...escapes, ...rest.escapes] };
      statements.push(apiObjectCode(plain, making, why === undefined ? [] : [`No construct of its kind, since ${why}.`]));
      continue;
    }
    const selects = kind === 'Service' ? selectedBy(plan, selectable) : undefined;
    const variable = plan.pod === undefined ? undefined : names.variable(name, `${name}-${kind}`, kind);
    const labels = sharedLabels(plan);
    const shared = labels && { labels, variable: names.variable(...(sharing > 1 ? [] : ['labels']), `${name}-labels`) };
    const made = constructCode(plan, { ...making, emit: new Emitter(HELPERS, shared), variable, selects });
    statements.push(...(shared === undefined ? made : [{ variable: shared.variable, code: literal(labels), gap: true }, ...made]));
    if (variable !== undefined) {
      selectable.push({ variable, plan });
    }
  }
  const props = namespace === undefined ? [] : [object(['namespace', quote(namespace)])];
  const made = call('new Chart', 'app', quote(chart), ...props);
  return {
    code: programText([
      { variable: 'app', code: call('new App') },
      statements.length === 0 ? { code: made } : { variable: 'chart', code: made },
      ...statements,
      { code: 'app.synth()', gap: true },
    ]),
    problems,
  };
}

function findIn(value: unknown, at: number, problem: (message: string) => void): Found[] {
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
    const { manifest, left } = withoutServerSet(one as Struct);
    for (const { place, why } of unsafeTexts(manifest)) {
      problem(`${place} ${why}: synth refuses it, since Kubernetes would not read what cdk8s writes for it`);
    }
    const { metadata, escapes } = metadataOf(manifest);
    const what = `${manifest.kind as string} ${isText(metadata.name) ? metadata.name : isText(metadata.generateName) ? `${metadata.generateName}…` : 'without a name'}`;
    if (left.length > 0) {
      problem(`${shown(what)}: left out, since the server sets it: ${left.join(', ')}`);
    }
    if (!isText(metadata.name) && !isText(metadata.generateName)) {
      problem(`${shown(what)}: it gets a name made from its construct's path; write one in its metadata`);
    }
    const planned = planTyped(manifest, metadata, escapes);
    if (typeof planned === 'string') {
      problem(`${shown(what)}: written as an ApiObject, since ${planned}`);
      return [{ at, manifest, metadata, why: planned }];
    }
    for (const { place, why } of planned === undefined ? [] : patchedPlaces(planned)) {
      problem(`${shown(what)}: ${place} is written by a JSON patch, since it ${why}`);
    }
    return [{ at, manifest, metadata, plan: planned }];
  });
}

/** Every place that the code sets with a JSON patch. */
function patchedPlaces({ escapes, pod }: TypedPlan): { place: string; why: string }[] {
  return [
    ...escapes.map(({ path, why }) => ({ place: placeText(path), why })),
    ...(pod?.containers ?? []).flatMap(({ value, escapes: own }) =>
      own.map(({ path, why }) => ({ place: `${placeText(path)} of the container ${shown(String(value.name))}`, why }))),
  ];
}

/** The namespace that every object is in. */
function commonNamespace(found: readonly Found[]): string | undefined {
  const [first, ...others] = new Set(found.map(({ metadata }) => metadata.namespace));
  return others.length === 0 && isText(first) ? first : undefined;
}

function chartName(manifests: readonly ImportedManifest[]): string {
  const file = manifests.find((manifest) => manifest.file !== undefined)?.file ?? '';
  const name = trim(file.split(/[\\/]/).pop()!.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9._-]+/g, '-'), /[-.]/);
  return name === '' ? 'manifests' : name;
}
