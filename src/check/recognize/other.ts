import type { Likeness } from './surroundings';
import type { Finding } from '../../admission';
import { follow } from '../../locate/keys';
import { OTHER_FILES, OtherFile } from '../../report/other-files';

/** Keys of a strategic merge patch, which no object has. */
const PATCH_KEYS = ['$patch', '$retainKeys', '$deleteFromPrimitiveList', '$setElementOrder'];

/** Whether the place of a file alone says what it is. */
export function needsNoLook({ what }: Likeness): boolean {
  return what === 'kustomization' || what === 'kustomize-patch';
}

/** What to say of a file that is named as a manifest and is none. */
export function noManifestText(what: OtherFile, like: Likeness | undefined): { readonly message: string; readonly hint?: string } {
  const [name] = OTHER_FILES[what];
  const message = `this is not a manifest but a ${name}${what === 'kustomize-patch' && like !== undefined ? ` of ${like.of}` : ''}`;
  switch (what) {
    case 'helm-template': case 'chart-file':
      return { message, hint: `check what it renders to: --helm ${like?.of ?? 'CHART_DIR'}` };
    case 'kustomization': case 'kustomize-patch':
      return { message, hint: `check what it builds: --kustomize ${like?.of ?? 'DIR'}` };
    case 'template':
      return { message, hint: 'check what it renders to: pipe that to check -' };
    case 'json-with-comments':
      return { message };
  }
}

/** What a document is that the server refuses: a patch, by the keys that only patches have; a template, by a value that is still to be filled in. */
export function otherByFindings(value: unknown, findings: readonly Finding[]): OtherFile | undefined {
  for (const { severity, code, keys } of findings) {
    const last = keys[keys.length - 1];
    if (code === 'decode/unknown-field' && typeof last === 'string' && PATCH_KEYS.some((key) => last === key || last.startsWith(`${key}/`))) {
      return 'kustomize-patch';
    }
    if (severity === 'error') {
      const found = follow(value, keys).value;
      if (typeof found === 'string' && found.includes('{{') && found.includes('}}')) {
        return 'template';
      }
    }
  }
  return undefined;
}
