import { resolve } from 'path';
import { ApiObject } from 'cdk8s';
import { errorText, Keys } from './attach';
import { reviewObject } from './enforce';
import { mark, ORIGIN, REVIEWS_ITSELF } from './marks';
import { rootOf, useSessions } from './session';
import type * as inYaml from '../../locate/in-yaml';

/** Reviews an object of a YAML file at synth; its findings are at the lines of that file. */
export function reviewIncluded(object: ApiObject, { file, index }: inYaml.YamlOrigin): void {
  const absolute = /^https?:/i.test(file) ? undefined : resolve(file); // the working directory may be another one at synth
  if (absolute !== undefined) {
    mark(object, ORIGIN, (manifest: unknown, keys: Keys) => located({ file: absolute, index }, manifest, keys));
  }
  const validate = () => reviewObject(object).map((error) => errorText(error, object));
  object.node.addValidation({ validate });
  mark(object, REVIEWS_ITSELF, validate);
  useSessions(rootOf(object));
}

/** The reader of YAML is loaded for a finding only, as the review is for an object only. */
const located: typeof inYaml.placeInYaml = (origin, manifest, keys) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import cannot wait, and import() answers too late
  const { placeInYaml } = require('../../locate/in-yaml') as typeof inYaml;
  return placeInYaml(origin, manifest, keys);
};
