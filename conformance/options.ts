// The command line of the conformance run.
import { parseArgs } from 'util';
import { Problem } from './build';
import { KINDS } from './generate';
import { Subresource, SUBRESOURCES } from './generate/pairs';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS, KubernetesVersion } from '../src/admission/version';

export const USAGE = `npm run conformance -- [options]
  --count N       how many manifests (default 20000)
  --seed S        of the generator (default 1)
  --from I        index of the first manifest (default 0)
  --version V     ${KUBERNETES_VERSIONS.join(', ')} or all (default: the newest)
  --versions      prints the supported versions and does nothing else
  --kind K        only manifests that start as one of this kind
  --file F        asks about the manifests of a file instead: one JSON a line, {"id", "manifest"} or the manifest itself
  --jobs J        processes (default 1, which keeps two cores busy: one asks, one answers)
  --out DIR       where disagreements and the table of reached errors go (default .cache/conformance)
  --update        asks about pairs of manifests: an object, and what it is updated to; of a file: {"id", "old", "manifest", "subresource"}
  --subresource P only pairs of Pods that are about this part of it: ${SUBRESOURCES.join(' or ')}
  --server        asks a real kube-apiserver of the newest minor too: nothing is kept there
  --cluster       pairs of facts and apps: a real kube-apiserver with these facts gets the objects one after another
  --record        with --cluster: writes what the server said to test/cluster/recorded.jsonl
  --explain I     prints what both sides say of one manifest, by its index or, in a file, its id`;

export interface Options {
  readonly count: number;
  readonly seed: number;
  readonly from: number;
  readonly versions: readonly KubernetesVersion[];
  readonly kind?: string;
  readonly file?: string;
  readonly jobs: number;
  readonly out: string;
  readonly explain?: string;
  readonly server: boolean;
  /** Facts of a cluster and apps instead of single manifests. */
  readonly cluster: boolean;
  readonly record: boolean;
  /** Pairs of manifests instead of single ones. */
  readonly update: boolean;
  readonly subresource?: Subresource;
  /** For one of several processes: its share of the batches. */
  readonly share?: { readonly index: number; readonly of: number };
}

export function parse(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args, options: { count: text, seed: text, from: text, version: text, kind: text, file: text, jobs: text, out: text, explain: text, share: text, server: { type: 'boolean' }, cluster: { type: 'boolean' }, record: { type: 'boolean' }, update: { type: 'boolean' }, subresource: text, help: { type: 'boolean' } },
  });
  if (values.help) {
    throw new Problem(USAGE);
  }
  if (values.kind !== undefined && !KINDS.includes(values.kind)) {
    throw new Problem(`--kind ${values.kind} is none of ${KINDS.join(', ')}`);
  }
  const [index, of] = (values.share ?? '').split('/').map(Number);
  return {
    count: whole('count', values.count, 20_000),
    seed: whole('seed', values.seed, 1),
    from: whole('from', values.from, 0),
    jobs: Math.max(1, whole('jobs', values.jobs, 1)),
    versions: versionsOf(values.version),
    out: values.out ?? '.cache/conformance',
    kind: values.kind,
    file: values.file,
    explain: values.explain,
    server: values.server === true,
    cluster: values.cluster === true,
    record: values.record === true,
    update: values.update === true || values.subresource !== undefined,
    subresource: subresourceOf(values.subresource),
    ...values.share && { share: { index, of } },
  };
}

function subresourceOf(wanted: string | undefined): Subresource | undefined {
  const found = SUBRESOURCES.find((part) => part === wanted);
  if (wanted !== found) {
    throw new Problem(`--subresource ${wanted} is none of ${SUBRESOURCES.join(', ')}`);
  }
  return found;
}

function versionsOf(wanted: string | undefined): readonly KubernetesVersion[] {
  if (wanted === 'all') {
    return KUBERNETES_VERSIONS;
  }
  const found = wanted === undefined ? DEFAULT_KUBERNETES_VERSION : KUBERNETES_VERSIONS.find((version) => version === wanted);
  if (found === undefined) {
    throw new Problem(`--version ${wanted} is none of ${KUBERNETES_VERSIONS.join(', ')}, all`);
  }
  return [found];
}

function whole(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) {
    return otherwise;
  }
  const number = Number(value.replaceAll('_', ''));
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new Problem(`--${name} ${value} is no whole number`);
  }
  return number;
}
