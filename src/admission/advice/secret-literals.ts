import type { AdviceRule } from './pod';

const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN|CREDENTIALS?|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)($|_(VALUE|STRING)$)/i;

/** A secret in the manifest is visible to everybody who can read the pod, the repository or the CI log. */
export const secretLiterals: AdviceRule = ({ containers }, report) => {
  for (const { container, path } of containers) {
    container.env?.forEach(({ name = '', value }, i) => {
      if (value !== undefined && SECRET_NAME.test(name) && !hasReference(value)) {
        report.advice(path.child('env').index(i).child('value'), 'advice/secret-literal', `${name} looks like a secret, and its value is in the manifest in plain text`,
          { hint: 'read it from a Secret with valueFrom.secretKeyRef' });
      }
    });
  }
};

/** Whether the value contains a reference to another variable: `$(NAME)`. In two steps, because one pattern would search for `)` from every `$(`. */
function hasReference(value: string): boolean {
  const open = value.search(/\$\([^)]/);
  return open >= 0 && value.includes(')', open);
}
