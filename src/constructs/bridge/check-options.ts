import { AdmissionOptions } from './admission-settings';
import { fail } from './attach';
import { nearest } from '../../admission/formats/nearest';
import { KUBERNETES_VERSIONS } from '../../admission/version';

/** What each option takes, and how to say it. */
const OPTIONS: { readonly [option in keyof Required<AdmissionOptions>]: readonly unknown[] } = {
  kubernetesVersion: KUBERNETES_VERSIONS,
  podSecurity: ['privileged', 'baseline', 'restricted'],
  warningsAsErrors: [true, false],
  advice: [true, false],
};

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'advice', 'off'];

/** Those of an update besides. */
const OF_UPDATES: { readonly [option: string]: readonly unknown[] } = { subresource: ['resize', 'ephemeralcontainers'] };

/**
 * Refuses options of an update as `checkOptions` does.
 *
 * @param what the call, as a message names it
 * @throws Error that names the option and what is near
 */
export function checkUpdateOptions(options: unknown, what: string): void {
  check(options, what, { ...OPTIONS, ...OF_UPDATES });
}

/**
 * Refuses options that there are not, and values that they do not take: without a type-check a wrong letter would switch a check off.
 *
 * @param what the call, as a message names it
 * @throws Error that names the option and what is near
 */
export function checkOptions(options: unknown, what: string): void {
  check(options, what, OPTIONS);
}

/**
 * Refuses severities that there are not.
 *
 * @param what the call, as a message names it
 * @throws Error that names the code
 */
export function checkSeverities(severities: unknown, what: string): void {
  if (typeof severities !== 'object' || severities === null || Array.isArray(severities)) {
    fail(`${what} takes severities by code; got ${said(severities)}`, "write { 'links/unused': 'off' }, for example");
  }
  for (const [code, severity] of Object.entries(severities)) {
    if (!code.startsWith('links/') || !SEVERITIES.includes(severity)) {
      fail(`${what}: '${cut(code)}' cannot be ${said(severity)}: codes begin with 'links/', severities are ${SEVERITIES.join(', ')}`, "write { 'links/unused': 'off' }, for example");
    }
  }
}

function check(options: unknown, what: string, known: { readonly [option: string]: readonly unknown[] }): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    fail(`${what} takes an object of options; got ${said(options)}`, "write { podSecurity: 'restricted' }, for example");
  }
  for (const [option, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, option)) {
      const near = nearest(option, Object.keys(known))?.name;
      fail(`${what}: there is no option '${cut(option)}'; there are ${Object.keys(known).join(', ')}`,
        near === undefined ? 'remove it' : `did you mean '${near}'?`);
    }
    const allowed = known[option];
    if (value !== undefined && !allowed.includes(value)) {
      const near = typeof value === 'string' ? nearest(value, allowed.filter((one) => typeof one === 'string'))?.name : undefined;
      fail(`${what}: ${option} must be ${allowed.map(said).join(' or ')}; got ${said(value)}`, near === undefined ? undefined : `did you mean '${near}'?`);
    }
  }
}

function said(value: unknown): string {
  return typeof value === 'string' ? `'${cut(value)}'` : typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'an object') : String(value);
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
