import { existsSync } from 'fs';
import { Answer, drawnApp, network } from './app';
import { KubernetesVersion } from '../../admission/version';
import { expand } from '../../check/files';
import { readManifests } from '../../check/manifests';
import { Facts, Placement, placements } from '../../cluster';
import { defaults, diagram, effectiveResources, restarts, timeline, timelineDiagram } from '../../insight';
import { kindFacts } from '../../k8s/kinds';
import { objectsIn } from '../../objects/lists';
import type { Json } from '../../objects/plain';
import { placementLines, placementsMarkdown } from '../../report/cluster/placement';
import { lifeText, PodLife } from '../../report/insight/text';
import { plain, shortened } from '../../report/plain';
import { readCluster } from '../cluster-facts';
import { explainCodes } from '../codes/command';
import { writeText } from '../output';
import { UsageError } from '../usage-error';

/** The options as the argument parser gives them. */
export interface ExplainArguments {
  readonly kubernetesVersion?: KubernetesVersion;
  readonly format?: 'text' | 'json' | 'markdown';
  readonly cluster?: string;
  readonly nodeMemory?: number;
  readonly takes?: { readonly [container: string]: number };
  readonly diagram?: 'svg' | 'mermaid';
  readonly timeline?: boolean;
  readonly network?: boolean;
  readonly output?: string;
}

/** An object that has pods, as far as can be seen. */
interface Named {
  readonly manifest: unknown;
  readonly kind: string;
  readonly name: string;
}

const FILE = /\.(?:ya?ml|json)$/i;
const MOST_LISTED = 20;

/** Explains codes, or the pods of a file. Returns the exit code. */
export function explain(what: readonly string[], options: ExplainArguments): number {
  const [first, wanted, ...more] = what;
  if (first !== '-' && !FILE.test(first) && !existsSync(first)) {
    return explainCodes(what);
  }
  if (more.length > 0) {
    throw new UsageError(`explain takes one file and one KIND/NAME, got ${what.length} words`);
  }
  const objects = objectsOf(first);
  if (options.network) {
    return answered(network(objects, options.format ?? 'text', options.kubernetesVersion), options);
  }
  if (options.format === 'markdown' && options.cluster === undefined) {
    throw new UsageError('--format markdown goes with --network or --cluster');
  }
  if (options.diagram !== undefined && options.cluster !== undefined) {
    throw new UsageError('--cluster and --diagram exclude each other');
  }
  if (options.diagram !== undefined && wanted === undefined && objects.length > 1 && !options.timeline) {
    return answered(drawnApp(objects, options.diagram, options.kubernetesVersion), options);
  }
  const all = objects.flatMap((object) => named(object) ?? []);
  const meant = wanted === undefined ? all : all.filter((one) => isMeant(one, wanted));
  if (meant.length === 0) {
    const others = all.length === 0 ? '' : `; there ${all.length === 1 ? 'is' : 'are'} ${listed(all)}`;
    throw new UsageError(wanted === undefined ? `there is no object with pods in ${first}` : `no object with pods in ${first} is called '${shortened(wanted)}'${others}`);
  }
  const places = options.cluster === undefined ? undefined : placesOf(objects, readCluster(options.cluster), options);
  return answered(options.diagram === undefined ? lives(meant, options, places) : drawn(meant, options), options);
}

function answered({ text, refused }: Answer, { output }: ExplainArguments): number {
  writeText(text, output);
  return refused ? 1 : 0;
}

/** Where the pods of each object can go. All objects of the file count, also those that are not asked about. */
function placesOf(manifests: readonly unknown[], facts: Facts, { kubernetesVersion }: ExplainArguments): Places {
  const found = placements(manifests, facts, { kubernetesVersion });
  return new Map(manifests.map((manifest, i) => [manifest, found[i]]));
}

type Places = ReadonlyMap<unknown, Placement | undefined>;

function lives(objects: readonly Named[], { kubernetesVersion, nodeMemory, takes, format }: ExplainArguments, places: Places | undefined): Answer {
  const answers = objects.map(({ manifest, kind, name }) => ({
    kind,
    name,
    placement: places?.get(manifest),
    life: {
      resources: effectiveResources(manifest, { kubernetesVersion, nodeMemoryBytes: nodeMemory }),
      timeline: timeline(manifest, { kubernetesVersion, takesMs: takes }),
      restarts: restarts(manifest, { kubernetesVersion }),
      defaults: defaults(manifest, { kubernetesVersion }),
    } satisfies PodLife,
  }));
  const refused = answers.some(({ life }) => life.timeline.findings.some(({ severity }) => severity === 'error'));
  if (format === 'markdown') {
    return { refused, text: placementsMarkdown(answers.flatMap(({ placement }) => placement ?? [])) };
  }
  return {
    refused,
    text: format === 'json' ? `${JSON.stringify(answers.map(({ kind, name, life, placement }) => ({ kind, name, ...life, placement })), undefined, 2)}\n`
      : `${answers.map(({ life, placement, ...subject }) => `${lifeText(life, subject)}${placement === undefined ? '' : nodesText(placement)}`).join('\n\n\n')}\n`,
  };
}

function nodesText(placement: Placement): string {
  return `\n\nNodes that can take it\n${placementLines(placement).map((line) => `  ${line}`).join('\n')}`;
}

function drawn(objects: readonly Named[], options: ExplainArguments): Answer {
  if (objects.length > 1) {
    throw new UsageError(`a diagram has one pod, and there are ${listed(objects)}: say which, as KIND/NAME`);
  }
  const [{ manifest }] = objects;
  const { kubernetesVersion, takes, diagram: format } = options;
  const made = options.timeline ? timelineDiagram(manifest, { kubernetesVersion, takesMs: takes, format })
    : diagram(manifest, { kubernetesVersion, format });
  return { text: made.text, refused: made.findings.some(({ severity }) => severity === 'error') };
}

/** The objects of a file or folder; lists are opened. */
function objectsOf(file: string): Json[] {
  const { targets, problems } = expand([file]);
  const read = readManifests(targets);
  const [problem] = [...problems, ...read.problems];
  if (problem !== undefined) {
    throw new UsageError(`${problem.file}: ${problem.message}`);
  }
  return read.manifests.flatMap((manifest) => objectsIn(manifest as Json));
}

function named(value: any): Named | undefined {
  const kind: unknown = value?.kind;
  if (typeof kind !== 'string' || kindFacts(kind)?.template === undefined) {
    return undefined;
  }
  const name: unknown = value.metadata?.name ?? value.metadata?.generateName;
  return { manifest: value, kind, name: typeof name === 'string' ? name : '' };
}

function isMeant({ kind, name }: Named, wanted: string): boolean {
  return name === wanted || `${kind}/${name}`.toLowerCase() === wanted.toLowerCase();
}

function listed(objects: readonly Named[]): string {
  const names = objects.slice(0, MOST_LISTED).map(({ kind, name }) => plain(shortened(`${kind}/${name}`)));
  return [...names, ...objects.length > MOST_LISTED ? [`${objects.length - MOST_LISTED} more`] : []].join(', ');
}
