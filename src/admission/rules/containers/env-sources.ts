import { validateObjectFieldSelector, validateResourceFieldSelector } from './downward-api';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { asPrefix, configMapKey, dns1123Label, dns1123Subdomain, relaxedEnvVarName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { backstepProblem } from '../volumes/paths';

/** The pod fields that an environment variable can take, besides one label or annotation. */
const ENV_FIELDS: ReadonlySet<string> = new Set([
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs',
  'status.podIP', 'status.podIPs',
]);

/** Fast path for the usual sources: true for one allowed pod field, or one valid key of one Secret or ConfigMap. Builds no paths. */
export function isPlainSource(source: Decoded<k8s.EnvVarSource>): boolean {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source;
  if (resourceFieldRef !== undefined || fileKeyRef !== undefined) {
    return false;
  }
  if (fieldRef !== undefined) {
    return configMapKeyRef === undefined && secretKeyRef === undefined && fieldRef.apiVersion === 'v1' && ENV_FIELDS.has(fieldRef.fieldPath ?? '');
  }
  const ref = secretKeyRef ?? configMapKeyRef;
  return ref !== undefined && (secretKeyRef === undefined || configMapKeyRef === undefined)
    && ref.key !== undefined && dns1123Subdomain(ref.name ?? '') === undefined && configMapKey(ref.key) === undefined;
}

/** `valueFrom`: exactly one source. Returns the number of sources. */
export function validateEnvVarSource(source: Decoded<k8s.EnvVarSource>, path: Path, ctx: Context): number {
  let count = 0;
  if (source.fieldRef !== undefined) {
    count++;
    validateObjectFieldSelector(source.fieldRef, ENV_FIELDS, path.child('fieldRef'), ctx);
  }
  if (source.resourceFieldRef !== undefined) {
    count++;
    validateResourceFieldSelector(source.resourceFieldRef, false, path.child('resourceFieldRef'), ctx);
  }
  if (source.configMapKeyRef !== undefined) {
    count++;
    validateKeySelector(source.configMapKeyRef, 'ConfigMap', path.child('configMapKeyRef'), ctx);
  }
  if (source.secretKeyRef !== undefined) {
    count++;
    validateKeySelector(source.secretKeyRef, 'Secret', path.child('secretKeyRef'), ctx);
  }
  if (source.fileKeyRef !== undefined) {
    count++;
    validateFileKeySelector(source.fileKeyRef, path.child('fileKeyRef'), ctx);
  }
  return count;
}

/** `envFrom`: each item has either a ConfigMap or a Secret. The server reports neither or both at the list. */
export function validateEnvFrom(sources: Decoded<k8s.EnvFromSource[]>, path: Path, ctx: Context): void {
  for (let i = 0; i < sources.length; i++) {
    const source = sources[i];
    const at = path.index(i);
    if (source.prefix !== undefined) {
      const problem = relaxedEnvVarName(source.prefix);
      if (problem !== undefined) {
        ctx.report.invalid(at.child('prefix'), 'env-from/prefix', `prefix ${show(source.prefix)} is not valid in a variable name: it ${problem}`);
      }
    }
    if (source.configMapRef !== undefined) {
      validateSourceName(source.configMapRef.name ?? '', 'ConfigMap', at.child('configMapRef'), ctx);
    }
    if (source.secretRef !== undefined) {
      validateSourceName(source.secretRef.name ?? '', 'Secret', at.child('secretRef'), ctx);
    }
    if (source.configMapRef === undefined && source.secretRef === undefined) {
      ctx.report.invalid(at, 'env-from/no-source', 'a source is required', { field: path, hint: 'set configMapRef or secretRef' });
    } else if (source.configMapRef !== undefined && source.secretRef !== undefined) {
      ctx.report.invalid(at, 'env-from/two-sources', 'configMapRef and secretRef are not allowed in the same item',
        { field: path, hint: 'write two items' });
    }
  }
}

/** The server checks the name as a name prefix, so a trailing dash is accepted. */
function validateSourceName(name: string, kind: string, path: Path, ctx: Context): void {
  if (name === '') {
    ctx.report.required(path.child('name'), 'env-from/name', `the name of the ${kind} is required`);
    return;
  }
  const problem = dns1123Subdomain(asPrefix(name));
  if (problem !== undefined) {
    ctx.report.invalid(path.child('name'), 'env-from/name', `${kind} name ${show(name)} ${problem}`);
  }
}

function validateKeySelector(ref: Decoded<k8s.ConfigMapKeySelector | k8s.SecretKeySelector>, kind: string, path: Path, ctx: Context): void {
  const name = ref.name ?? '';
  const problem = dns1123Subdomain(name);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('name'), 'env/key-ref-name',
      name === '' ? `the name of the ${kind} is required` : `${kind} name ${show(name)} ${problem}`);
  }
  if (ref.key === undefined) {
    ctx.report.required(path.child('key'), 'env/key-ref-key', `the key in the ${kind} is required`);
    return;
  }
  const keyProblem = configMapKey(ref.key);
  if (keyProblem !== undefined) {
    ctx.report.invalid(path.child('key'), 'env/key-ref-key', `${kind} key ${show(ref.key)} ${keyProblem}`);
  }
}

/** `fileKeyRef`: a variable from an env file in an emptyDir. */
function validateFileKeySelector(ref: Decoded<k8s.FileKeySelector>, path: Path, ctx: Context): void {
  const key = ref.key === undefined ? 'is missing' : relaxedEnvVarName(ref.key);
  if (ref.key === undefined) {
    ctx.report.required(path.child('key'), 'env/file-key', 'the name of the variable in the file is required');
  } else if (key !== undefined) {
    ctx.report.invalid(path.child('key'), 'env/file-key', `variable name ${show(ref.key)} ${key}`);
  }
  if (ref.volumeName === undefined) {
    ctx.report.required(path.child('volumeName'), 'env/file-volume-name', 'the name of the volume with the file is required');
  } else {
    const problem = dns1123Label(ref.volumeName);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('volumeName'), 'env/file-volume-name', `volume name ${show(ref.volumeName)} ${problem}`);
    }
  }
  if (ref.path === undefined) {
    ctx.report.required(path.child('path'), 'env/file-path', 'the path of the file in the volume is required');
  } else {
    const problem = backstepProblem(ref.path);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('path'), 'env/file-path', `${show(ref.path)} ${problem}`);
    }
  }
}
