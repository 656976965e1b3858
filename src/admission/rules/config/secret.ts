import { MOST_BYTES, validateKeys } from './keys';
import { isCertificate, isJsonObject, isPrivateKey } from './secret-content';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { byteLength, bytesOf, encodeBase64 } from '../../formats/base64';
import { dns1123Subdomain } from '../../formats/names';
import { utf8 } from '../../formats/utf8';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

type Secret = Decoded<k8s.Secret>;
type Data = { readonly [key: string]: string | undefined };

const DATA = Path.root.child('data');
const ACCOUNT = 'kubernetes.io/service-account.name';
/** What a type of Secret keeps as JSON. */
const JSON_KEYS: { readonly [type: string]: string } = {
  'kubernetes.io/dockercfg': '.dockercfg',
  'kubernetes.io/dockerconfigjson': '.dockerconfigjson',
};
const TLS = 'kubernetes.io/tls';

/** A Secret. Source: ValidateSecret of pkg/apis/core/validation. */
export const secret: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Mutable<Secret>) => {
    object.type ??= 'Opaque';
  },
  prepare,
  validate: (object: Secret, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    validateKeys(object.data, DATA, 'secret/key', ctx);
    validateSize(object.data ?? {}, ctx);
    validateContent(object, ctx);
  },
  warn: warnOfTls,
};

/** The server writes `stringData` into `data`. */
function prepare(object: NormalObject): NormalObject {
  const { stringData, ...rest } = object as Secret;
  if (stringData === undefined) {
    return object;
  }
  const data: { [key: string]: string | undefined } = { ...rest.data };
  for (const [key, text = ''] of Object.entries(stringData)) {
    Object.defineProperty(data, key, { value: encodeBase64(utf8(text)), writable: true, enumerable: true, configurable: true });
  }
  return { ...rest, data };
}

function validateSize(data: Data, ctx: Context): void {
  const bytes = Object.values(data).reduce((total, value) => total + byteLength(value ?? ''), 0);
  if (bytes > MOST_BYTES) {
    ctx.report.tooLong(DATA, 'secret/size', `the values have ${bytes} bytes together: at most ${MOST_BYTES} (1 MiB) are allowed`,
      { hint: 'split it into several Secrets' });
  }
}

/** What some types of Secrets must have. */
function validateContent({ type = '', data = {}, metadata }: Secret, ctx: Context): void {
  if (Object.hasOwn(JSON_KEYS, type)) {
    validateJson(data, JSON_KEYS[type], type, ctx);
    return;
  }
  switch (type) {
    case 'kubernetes.io/service-account-token':
      if ((metadata?.annotations?.[ACCOUNT] ?? '') === '') {
        ctx.report.required(METADATA.child('annotations').key(ACCOUNT), 'secret/service-account', `a Secret of type ${type} needs the annotation ${ACCOUNT}`,
          { hint: 'add it, with the name of the ServiceAccount' });
      }
      break;
    case 'kubernetes.io/basic-auth':
      if (!Object.hasOwn(data, 'username') && !Object.hasOwn(data, 'password')) {
        requireKey(data, 'username', type, ctx);
        requireKey(data, 'password', type, ctx);
      }
      break;
    case 'kubernetes.io/ssh-auth':
      if ((data['ssh-privatekey'] ?? '') === '') {
        requireKey({}, 'ssh-privatekey', type, ctx);
      }
      break;
    case TLS:
      requireKey(data, 'tls.crt', type, ctx);
      requireKey(data, 'tls.key', type, ctx);
      break;
    default:
  }
}

function requireKey(data: Data, key: string, type: string, ctx: Context): void {
  if (!Object.hasOwn(data, key)) {
    ctx.report.required(DATA.key(key), 'secret/content', `a Secret of type ${type} needs the key ${key}`, { hint: 'add it, or use another type' });
  }
}

function validateJson(data: Data, key: string, type: string, ctx: Context): void {
  requireKey(data, key, type, ctx);
  if (Object.hasOwn(data, key) && !isJsonObject(bytesOf(data[key] ?? ''))) {
    ctx.report.invalid(DATA.key(key), 'secret/json', `${key} of a Secret of type ${type} must be a JSON object`, { hint: 'use the content of the file, once in base64' });
  }
}

/** The server also warns of a key that is not that of the certificate, which is not checked here. */
function warnOfTls(object: Secret, ctx: Context): void {
  const { type, data = {} } = object;
  if (type === TLS && !(isCertificate(bytesOf(data['tls.crt'] ?? '')) && isPrivateKey(bytesOf(data['tls.key'] ?? '')))) {
    ctx.report.warning(DATA, 'secret/tls', 'tls.crt and tls.key are not a certificate and its private key in PEM', { hint: 'use the content of the PEM files' });
  }
}
