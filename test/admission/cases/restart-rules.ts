import { casesOf, deploymentWith, podWith, podWithEphemeral, podWithInit } from './pod-with';

const RULE = { action: 'Restart', exitCodes: { operator: 'In', values: [1] } };
const rules = (...list: object[]) => podWith({ restartPolicy: 'Never', restartPolicyRules: list });
const rule = (fields: object) => rules({ ...RULE, ...fields });
const exitCodes = (codes: object) => rule({ exitCodes: codes });
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

export const cases = casesOf('restart rules', {
  'a policy': podWith({ restartPolicy: 'OnFailure' }),
  'a policy of Always': podWith({ restartPolicy: 'Always' }),
  'an unknown policy': podWith({ restartPolicy: 'Sometimes' }),
  'an empty policy': podWith({ restartPolicy: '' }),
  'a rule': rule({}),
  'a rule without a policy': podWith({ restartPolicyRules: [RULE] }),
  'a bad rule without a policy': podWith({ restartPolicyRules: [{}] }),
  'no rules without a policy': podWith({ restartPolicyRules: [] }),
  'a rule with an unknown policy': podWith({ restartPolicy: 'Sometimes', restartPolicyRules: [RULE] }),
  'a rule with nothing': rules({}),
  'an unknown action': rule({ action: 'Stop' }),
  'no action': rule({ action: '' }),
  'to restart all containers': rule({ action: 'RestartAllContainers' }),
  'no exit codes': rules({ action: 'Restart' }),
  'empty exit codes': exitCodes({}),
  'an unknown operator': exitCodes({ operator: 'Exists', values: [1] }),
  'NotIn': exitCodes({ operator: 'NotIn', values: [0] }),
  'no values': exitCodes({ operator: 'In' }),
  'one value twice': exitCodes({ operator: 'In', values: [1, 1] }),
  'a value below 0': exitCodes({ operator: 'In', values: [-1, 300] }),
  '255 values': exitCodes({ operator: 'In', values: numbers(255) }),
  '256 values': exitCodes({ operator: 'In', values: numbers(256) }),
  '20 rules': rules(...numbers(20).map(() => RULE)),
  '21 rules': rules(...numbers(21).map(() => RULE)),
  'of an init container, a policy': podWithInit({ restartPolicy: 'OnFailure' }),
  'of an init container, never': podWithInit({ restartPolicy: 'Never', restartPolicyRules: [RULE] }),
  'of an init container, an unknown policy': podWithInit({ restartPolicy: 'Sometimes' }),
  'of an init container, an empty policy': podWithInit({ restartPolicy: '' }),
  'of an init container without a policy': podWithInit({ restartPolicyRules: [RULE] }),
  'of an init container without a policy, bad': podWithInit({ restartPolicyRules: [{}] }),
  'of an init container, bad': podWithInit({ restartPolicy: 'OnFailure', restartPolicyRules: [{ action: 'RestartAllContainers' }, {}] }),
  'of a sidecar': podWithInit({ restartPolicy: 'Always' }),
  'of a sidecar, a rule': podWithInit({ restartPolicy: 'Always', restartPolicyRules: [RULE] }),
  'of a sidecar, a bad rule': podWithInit({ restartPolicy: 'Always', restartPolicyRules: [{ action: 'Stop' }] }),
  'of an ephemeral container, a policy': podWithEphemeral({ restartPolicy: 'Never' }),
  'of an ephemeral container, a rule': podWithEphemeral({ restartPolicyRules: [RULE] }),
  'of an ephemeral container, empty': podWithEphemeral({ restartPolicyRules: [] }),
  'in a template, bad': deploymentWith({ restartPolicy: 'Sometimes', restartPolicyRules: [{ action: 'Stop' }] }),
});
