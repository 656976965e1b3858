import { byteLength } from '../../formats/bytes';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { Report, show } from '../../report';

/** Maximum length of a signer's domain. */
const MAX_DOMAIN = 253;
/** Maximum length of a signer name: a domain, '/', a namespace, '.' and a name. */
const MAX_SIGNER = 253 + 1 + 63 + 1 + 253;

/** A signer name: `example.com/name`, with a domain of two labels or more. Source: ValidateSignerName. */
export function validateSignerName(name: string | undefined, path: Path, report: Report): void {
  if (name === undefined || name === '') {
    report.required(path, 'signer-name/required', 'a signer name is required');
    return;
  }
  const slash = name.indexOf('/');
  if (slash < 0 || name.indexOf('/', slash + 1) >= 0) {
    report.invalid(path, 'signer-name/form', `${show(name)} must be a DNS domain, a slash and a name, such as example.com/name`);
    return;
  }
  const domain = name.slice(0, slash);
  if (byteLength(domain) > MAX_DOMAIN) {
    report.tooLong(path, 'signer-name/domain-length', `the domain of ${show(name)} must have at most ${MAX_DOMAIN} characters`);
  }
  const labels = domain.split('.');
  const problem = firstProblem(labels, dns1123Label);
  if (problem !== undefined) {
    report.invalid(path, 'signer-name/domain', `each part of the domain of ${show(name)} ${problem}`);
  }
  if (labels.length < 2) {
    report.invalid(path, 'signer-name/domain-parts', `${show(name)} must have a domain of at least two parts`);
  }
  const nameProblem = firstProblem(name.slice(slash + 1).split('.'), dns1123Subdomain);
  if (nameProblem !== undefined) {
    report.invalid(path, 'signer-name/name', `each part of the name of ${show(name)} ${nameProblem}`);
  }
  if (byteLength(name) > MAX_SIGNER) {
    report.tooLong(path, 'signer-name/length', `${show(name)} must have at most ${MAX_SIGNER} characters`);
  }
}

/** Whether it is one of Kubernetes' own signers. */
export function isKubernetesSigner(name: string): boolean {
  const domain = name.split('/', 1)[0];
  return domain === 'kubernetes.io' || domain.endsWith('.kubernetes.io');
}

function firstProblem(parts: readonly string[], rule: (part: string) => string | undefined): string | undefined {
  for (const part of parts) {
    const problem = rule(part);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}
