/** What is found beside manifests and is none, with its name for one and for more of them. */
export const OTHER_FILES = {
  'helm-template': ['Helm template', 'Helm templates'],
  'template': ['template with {{…}}', 'templates with {{…}}'],
  'chart-file': ['Chart.yaml', 'Chart.yaml'],
  'kustomization': ['kustomization file', 'kustomization files'],
  'kustomize-patch': ['kustomize patch', 'kustomize patches'],
  'json-with-comments': ['JSON file with comments', 'JSON files with comments'],
} as const;

export type OtherFile = keyof typeof OTHER_FILES;
