/** `npm run examples`: synthesizes every example into dist/examples and says what it wrote. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join, relative } from 'path';
import { ApiObject, App, Chart } from 'cdk8s';
import { EphemeralContainer, StaticPod } from 'cdk8s-pods';
import { parseAllDocuments } from 'yaml';
import { EXAMPLES } from './all';

/** A debug container: the patch for the subresource `ephemeralcontainers` of a pod that runs. */
export interface DebugPatch {
  /** Name of the pod. */
  readonly pod: string;
  /** Name of the debug container. */
  readonly container: string;
  /** A strategic merge patch. */
  readonly patch: object;
}

/** An example, synthesized. */
export interface SynthesizedExample {
  /** The file's name without `.ts`. */
  readonly name: string;
  /** The API objects, in the order in which they are applied. */
  readonly manifests: object[];
  /** Debug containers for the pods among them. */
  readonly debug?: DebugPatch[];
  /** Pods for the kubelet's manifest folder; they are not applied. */
  readonly staticPods?: object[];
}

/** Every example, synthesized in an app of its own. */
export function loadExamples(): SynthesizedExample[] {
  return Object.entries(EXAMPLES).map(([name, example]) => synthesize(name, new example(new App(), name)));
}

function synthesize(name: string, chart: Chart): SynthesizedExample {
  const objects = chart.apiObjects;
  const staticNames = objects.filter((o) => o instanceof StaticPod).map((o) => o.name);
  const isStatic = (manifest: any) => manifest.kind === 'Pod' && staticNames.includes(manifest.metadata.name);
  const all: object[] = chart.toJson();
  const debug = debugPatches(chart);
  return {
    name,
    manifests: all.filter((m) => !isStatic(m)),
    ...(debug.length > 0 ? { debug } : {}),
    ...(staticNames.length > 0 ? { staticPods: all.filter(isStatic) } : {}),
  };
}

function debugPatches(chart: Chart): DebugPatch[] {
  return chart.node.findAll()
    .filter((c): c is EphemeralContainer => c instanceof EphemeralContainer)
    .map((c) => ({ pod: ApiObject.of(c.node.scope!).name, container: c.name, patch: c.toPatch() }));
}

/** Writes every example into a folder, and says what it wrote, a line for each file. */
export function writeExamples(folder: string): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const app = new App({ outdir: folder });
  const charts = Object.entries(EXAMPLES).map(([name, example]) => new example(app, name));
  app.synth();

  const lines: string[] = [];
  for (const chart of charts) {
    const file = join(folder, `${chart.node.id}.k8s.yaml`);
    lines.push(`${file}: ${parseAllDocuments(readFileSync(file, 'utf8')).map((document) => describe(document.toJS())).join(', ')}`);
    for (const { pod, container, patch } of debugPatches(chart)) {
      const patchFile = join(folder, `${chart.node.id}.${container}.patch.json`);
      writeFileSync(patchFile, `${JSON.stringify(patch, undefined, 2)}\n`);
      lines.push(`${patchFile}: patch for Pod ${pod}, --subresource=ephemeralcontainers`);
    }
  }
  return lines;
}

function describe(manifest: any): string {
  return `${manifest.kind} ${manifest.metadata.name}`;
}

if (require.main === module) {
  const lines = writeExamples(relative(process.cwd(), join(__dirname, '..', 'dist', 'examples')));
  console.log(lines.join('\n'));
  console.log(`${Object.keys(EXAMPLES).length} examples synthesized`);
}
