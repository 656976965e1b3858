import type { Finding } from '../bridge/attach';

/** Whether props were written with the `spec` level of the API, which the props of this library leave out. */
export function hasSpecLevel(manifest: any): boolean {
  const spec = manifest?.spec;
  return [spec, spec?.template?.spec, spec?.jobTemplate?.spec, spec?.jobTemplate?.spec?.template?.spec].some((one) => typeof one?.spec === 'object' && one.spec !== null);
}

/** A finding about that level, in the words of the props; others as they are. */
export function inWordsOfProps(finding: Finding, kind: string): Finding {
  const { code, keys } = finding;
  if (code !== 'decode/unknown-field' || keys.at(-1) !== 'spec' || keys.at(-2) !== 'spec') {
    return finding;
  }
  const place = keys.at(-3);
  const props = place === undefined ? `${kind}Props` : String(place);
  const field = place === undefined ? '' : `${place}: `;
  return {
    ...finding,
    message: `'spec' is not a field of ${props}: write the fields of spec directly in ${place === undefined ? 'the props' : props}`,
    hint: `${field}{ … } instead of ${field}{ spec: { … } }`,
  };
}
