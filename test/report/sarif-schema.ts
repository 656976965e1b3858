// The part of SARIF 2.1.0 that we write: exactly the properties that we use. Stricter than the standard's own schema.
const object = (properties: object, required: string[]): object => ({ type: 'object', additionalProperties: false, properties, required });
const text = object({ text: { type: 'string', minLength: 1 } }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const count = { type: 'integer', minimum: 1 };
const bag = { type: 'object' };

const help = object({ text: { type: 'string', minLength: 1 }, markdown: { type: 'string', minLength: 1 } }, ['text']);
const uri = { type: 'string', format: 'uri' };
const rule = object(
  { id: { type: 'string', minLength: 1 }, name: { type: 'string' }, shortDescription: text, fullDescription: text, helpUri: uri, help, defaultConfiguration: object({ level }, ['level']), properties: bag },
  ['id', 'name', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'],
);

const region = object({ startLine: count, startColumn: count, endLine: count, endColumn: count }, ['startLine', 'startColumn', 'endLine', 'endColumn']);
const location = object({
  physicalLocation: object({ artifactLocation: object({ uri: { type: 'string', format: 'uri-reference', minLength: 1 }, uriBaseId: { const: 'SRCROOT' } }, ['uri']), region }, ['artifactLocation', 'region']),
  logicalLocations: { type: 'array', items: object({ name: { type: 'string' }, fullyQualifiedName: { type: 'string' }, kind: { const: 'object' } }, ['name']) },
}, ['physicalLocation']);

const result = object({
  ruleId: { type: 'string' },
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  message: text,
  locations: { type: 'array', minItems: 1, maxItems: 1, items: location },
  partialFingerprints: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
  suppressions: { type: 'array', items: object({ kind: { enum: ['inSource', 'external'] }, status: { const: 'accepted' }, justification: { type: 'string', minLength: 1 } }, ['kind']) },
  properties: bag,
}, ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints']);

export const SARIF_SCHEMA = object({
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    items: object({
      tool: object({
        driver: object({ name: { type: 'string' }, version: { type: 'string' }, informationUri: uri, rules: { type: 'array', uniqueItems: true, items: rule } }, ['name', 'rules']),
      }, ['driver']),
      invocations: { type: 'array', items: object({ executionSuccessful: { type: 'boolean' } }, ['executionSuccessful']) },
      originalUriBaseIds: object({ SRCROOT: object({ description: text }, ['description']) }, ['SRCROOT']),
      columnKind: { const: 'utf16CodeUnits' },
      properties: bag,
      results: { type: 'array', items: result },
    }, ['tool', 'results', 'columnKind']),
  },
}, ['$schema', 'version', 'runs']);
