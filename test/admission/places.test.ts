import { areas, asJson, casesOf } from '../../conformance/cases';
import { KUBERNETES_VERSIONS, review } from '../../src/admission';
import { Field } from '../../src/k8s/field';
import { allTypes } from '../../src/k8s/field-table';
import { kindFacts, typeOfKind } from '../../src/k8s/kinds';

const TYPES = allTypes();

/** Why a path is no place in objects of a kind with this one's lists; undefined when it is one. */
function notAPlace(path: string, root: string, manifest: unknown): string | undefined {
  let type: string | undefined = root;
  let value: unknown = manifest;
  let rest = path;
  while (rest !== '') {
    const name: string | undefined = /^\.?([A-Za-z0-9]+)/.exec(rest)?.[1];
    const known: boolean = name !== undefined && type !== undefined && Object.hasOwn(TYPES, type);
    const field: Field | undefined = known ? TYPES[type!][name!] : undefined;
    if (field === undefined) {
      return `${rest} of ${type ?? 'a value'} in ${path}`;
    }
    rest = rest.replace(/^\.?[A-Za-z0-9]+/, '');
    value = (value as { readonly [name: string]: unknown } | undefined)?.[name!];
    if (field.is === 'map' && rest.startsWith('[')) {
      return undefined;
    } // a key may have any letters
    if (field.is === 'list' && rest.startsWith('[')) {
      const index = Number(/^\[(\d+)\]/.exec(rest)?.[1] ?? NaN);
      if (!Array.isArray(value) || !(index < value.length)) {
        return `the index at ${rest} in ${path}`;
      }
      value = value[index] as unknown;
      rest = rest.replace(/^\[\d+\]/, '');
    }
    type = field.of;
  }
  return undefined;
}

/* What the server writes is compared in cases.test.ts; `at` has to be a place of the manifest, whatever the server writes. */
test.each(areas())('findings about %s are at places of the manifest', (area) => {
  const wrong = casesOf(area)!.flatMap(({ name, manifest }) => {
    const { kind, apiVersion } = manifest as { readonly kind: string; readonly apiVersion: string };
    const root = typeOfKind(kind, apiVersion) ?? kindFacts(kind)?.type ?? kind;
    if (kindFacts(kind) === undefined) {
      return [];
    }
    const json = asJson(manifest);
    return KUBERNETES_VERSIONS.flatMap((kubernetesVersion) => review(json, { kubernetesVersion }).findings)
      // The mount of the token, which a plugin adds, is nowhere in the manifest.
      .filter(({ type, message }) => type !== 'BadRequest' && !/serviceaccount'|kube-api-access/.test(message))
      .flatMap(({ at }) => notAPlace(at, root, json) ?? [])
      .map((problem) => `${name}: ${problem}`);
  });
  expect(wrong).toEqual([]);
});

/** What is left of the text of a place after the keys. */
function withoutKeys(at: string, keys: readonly (string | number)[]): string {
  return keys.reduce<string>((rest, key) => {
    const text = [`[${key}]`, `.${key}`, String(key)].find((each) => rest.startsWith(each));
    return text === undefined ? `${rest} does not start with ${key}` : rest.slice(text.length);
  }, at);
}

test.each(areas())('findings about %s have the same place as text and as keys', (area) => {
  const findings = casesOf(area)!.flatMap(({ manifest }) => review({ apiVersion: 'v1', kind: 'List', items: [manifest] }).findings);
  expect(findings.filter(({ at, keys }) => withoutKeys(at, keys) !== '')).toEqual([]);
  expect(findings.filter(({ keys }) => keys[0] !== 'items' || keys[1] !== 0)).toEqual([]);
});
