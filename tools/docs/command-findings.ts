// What the command says of files, beyond the review.
import { Finding, KUBERNETES_VERSIONS } from '../../src/admission';
import { laterDocument, staticPodFindings } from '../../src/admission/static-pods/kubelet';

const NEWEST = KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.length - 1];

/** A finding of the command: what it looks like, why it is there, what to do. */
export interface CommandFinding {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** The findings of files. Those of a kubelet's manifest folder are made by running its rules. */
export const FILE_FINDINGS: readonly CommandFinding[] = [
  {
    code: 'file/unreadable',
    message: 'The file cannot be opened, or it is neither YAML nor JSON.',
    fix: 'Correct the file: the message names the reason, with line and column if the file can be read.',
  },
  {
    code: 'file/not-reviewed',
    message: 'With `--require-reviewed`: the kind of the object has no rules, so it was not reviewed.',
    fix: 'Skip the kind with `--skip`, or check it with another tool.',
  },
  {
    code: 'file/no-manifest',
    message: 'The file is not a manifest, but a Helm template, a kustomize patch or a Chart.yaml, for example. It is skipped in a folder, and an error where it is named or with `--strict-files`.',
    fix: 'Check what Helm renders or kustomize builds: `--helm CHART_DIR`, `--kustomize DIR`.',
  },
  {
    code: 'decode/no-items',
    message: 'A List without `items`: kubectl cannot read it, and the server has no such kind.',
    fix: 'Write `items: []`, or the objects.',
  },
];

/** What a kubelet says of its manifest folder. */
export function staticFindings(): Finding[] {
  const secret = { containers: [{ name: 'app', envFrom: [{ secretRef: { name: 'keys' } }] }] };
  return [
    ...staticPodFindings({ kind: 'Deployment', metadata: { name: 'web' } }, NEWEST),
    ...staticPodFindings({ kind: 'Pod', metadata: { generateName: 'web-' } }, NEWEST),
    ...staticPodFindings({ kind: 'Pod', metadata: { name: 'web' }, spec: secret }, NEWEST),
    laterDocument(1),
  ];
}
