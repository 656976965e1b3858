import type { Finding } from '../../src/admission';

/** Fixes of rules that give no hint, where the type of the finding does not say enough. */
const FIXES: { readonly [code: string]: string } = {
  'containers/none': 'Add a container: `containers: [{ name: app, image: … }]`, or `new Container(pod, \'app\', { … })`. Init containers and sidecars do not count.',
  'decode/duplicate-key': 'Remove one of the two keys.',
  'decode/field-of-another-version': 'Remove the field, or review for a minor that has it: `kubernetesVersion`.',
  'decode/no-kind': 'Set `kind`.',
  'decode/no-object': 'Write a map with `apiVersion` and `kind`.',
  'decode/out-of-range': 'Write a number within the range.',
  'decode/quantity': 'Write a number with a unit that Kubernetes knows: `500m`, `2`, `128Mi`, `1Gi`.',
  'decode/unknown-field': 'Correct the name of the field, move it to the place where it belongs, or remove it.',
  'update/list': 'Review the items one by one.',
  'pod-security/allowPrivilegeEscalation': 'Set `securityContext.allowPrivilegeEscalation: false` in each container.',
  'pod-security/appArmorProfile': 'Set the profile to `RuntimeDefault`, or remove it.',
  'pod-security/capabilities_baseline': 'Remove the capability from `capabilities.add`.',
  'pod-security/capabilities_restricted': 'Set `securityContext.capabilities: { drop: [ALL] }` in each container; only `NET_BIND_SERVICE` may be added.',
  'pod-security/hostNamespaces': 'Remove `hostNetwork`, `hostPID` and `hostIPC`.',
  'pod-security/hostPathVolumes': 'Use another kind of volume, such as `emptyDir` or a claim.',
  'pod-security/hostPorts': 'Remove `hostPort`; a Service makes the port reachable.',
  'pod-security/hostProbesAndHostLifecycle': 'Remove `host`.',
  'pod-security/privileged': 'Remove `privileged: true`.',
  'pod-security/procMount': 'Remove `procMount`.',
  'pod-security/procMount_restricted': 'Remove `procMount`.',
  'pod-security/restrictedVolumes': 'Use one of the kinds of volumes that the message lists.',
  'pod-security/runAsNonRoot': 'Set `securityContext.runAsNonRoot: true` in the pod or in each container.',
  'pod-security/runAsUser': 'Set another user, or remove `runAsUser`.',
  'pod-security/seLinuxOptions': 'Remove the option, or use one of the allowed types.',
  'pod-security/seccompProfile_baseline': 'Set the profile to `RuntimeDefault`, or remove it.',
  'pod-security/seccompProfile_restricted': 'Set `securityContext.seccompProfile: { type: RuntimeDefault }` in the pod.',
  'pod-security/sysctls': 'Remove the sysctl.',
  'pod-security/windowsHostProcess': 'Remove `hostProcess`.',
  'pod-resize/node': 'Create the pod again with the new resources.',
  'priority-class/value': 'Choose a value of at most 1000000000.',
  'resource-quota/request-above-limit': 'Raise the limit, or lower the request.',
};

const CHANGES = /^(?:update|[a-z-]+-(?:update|resize))\//;

/** The fix of a finding in Markdown: the hint of its rule, or what follows from the rule or its type. */
export function fixOf({ code, type, severity, message, hint, keys }: Finding, prose: (text: string) => string): string {
  if (hint !== undefined || Object.hasOwn(FIXES, code)) {
    return hint === undefined ? FIXES[code] : prose(hint);
  }
  const field = [...keys].reverse().find((key) => typeof key === 'string');
  const name = field === undefined ? 'the field' : `\`${field}\``;
  if (CHANGES.test(code) && severity === 'error') {
    return 'Keep what the object has. If the new value is needed, delete the object and create it again.';
  }
  switch (type) {
    case 'FieldValueRequired':
      return message.includes('at least one') ? `Add an item to ${name}.` : `Set ${name}.`;
    case 'FieldValueForbidden':
      return `Remove ${name}, or the field that does not allow it.`;
    case 'FieldValueDuplicate':
      return 'Rename one of the two, or remove one.';
    case 'FieldValueNotSupported':
      return 'Write one of the values in the message, with the same upper and lower case.';
    case 'FieldValueNotFound':
      return 'Correct the name, or add what it names.';
    case 'FieldValueTooLong':
      return 'Shorten the value.';
    case 'FieldValueTooMany':
      return `Remove items from ${name}.`;
    default:
      return /must|should|not a valid|expected/.test(message) ? `Write a value of ${name} that fits the message.` : `Change ${name}, or the field that contradicts it.`;
  }
}
