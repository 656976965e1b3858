import { readFileSync } from 'fs';
import { join } from 'path';
import { MINORS } from '../../src/admission/version';
import { readReduced } from '../../tools/generate/model';
import { parseGo } from '../../tools/reduce/go';
import { reduce, Schema, Swagger } from '../../tools/reduce/openapi';
import { stringify } from '../../tools/reduce/reduced';

const CORE = `
package v1

import (
	metav1 "example.org/meta/v1"
)

// Mode is closed.
// +enum
type Mode string

const (
	ModeA Mode = "A"
	ModeB Mode = "B"
	ModeNone Mode = ""
)

const ModeC Mode = "C"

type OSName string

const Linux OSName = "linux"

// ResourceName is open.
type ResourceName string

const CPU ResourceName = "cpu"

const ServiceTrafficDistributionNear = "Near"

type Inner struct {
	// Deprecated: use nothing.
	// +optional
	Mode *Mode \`json:"mode,omitempty" protobuf:"bytes,1,opt,name=mode"\`
}

type PodSpec struct {
	metav1.TypeMeta \`json:",inline"\`
	Inner \`json:",inline"\`
	metav1.ObjectMeta \`json:"metadata,omitempty"\`
	// The name. Other names are deprecated.
	OS OSName \`json:"os"\`
	Modes []Mode \`json:"modes"\`
	ByName map[ResourceName]Mode \`json:"byName"\`
	Resource ResourceName \`json:"resource"\`
	Status metav1.ConditionStatus \`json:"status"\`
	Empty string \`json:"empty,omitempty"\`
	Value Thing \`json:"value,omitempty"\`
	Pointer *Thing \`json:"pointer,omitempty"\`
	Null *Thing \`json:"null"\`
	Time metav1.Time \`json:"time,omitempty"\`
	Zero metav1.Time \`json:"zero,omitempty,omitzero"\`
}
`;
const META = 'type ConditionStatus string\n\nconst Yes ConditionStatus = "Yes"\n\ntype TypeMeta struct {\n\tKind string `json:"kind,omitempty"`\n\tVersion *string `json:"version"`\n}\n';

const go = (core = CORE) => new Map([['core/v1', parseGo(core)], ['meta/v1', parseGo(META)]]);
const POD = { group: '', version: 'v1', kind: 'Pod' };
const swagger = (podSpec: Schema, more: { [name: string]: Schema } = {}): Swagger => ({
  paths: { '/api/v1/namespaces/{namespace}/pods': { post: { 'x-kubernetes-group-version-kind': POD } } },
  definitions: {
    'io.k8s.api.core.v1.Pod': {
      'x-kubernetes-group-version-kind': [POD],
      'properties': { spec: { $ref: '#/definitions/io.k8s.api.core.v1.PodSpec' } },
    },
    'io.k8s.api.core.v1.PodSpec': podSpec,
    'io.k8s.api.core.v1.Thing': {},
    ...more,
  },
});
const fieldsOf = (podSpec: Schema, core?: string) => reduce('1.0.0', swagger(podSpec), go(core)).types.PodSpec.fields;
const string: Schema = { type: 'string' };
const THING: Schema = { $ref: '#/definitions/io.k8s.api.core.v1.Thing' };
const TIME: Schema = { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.Time' };

test.each<[string, Schema, object]>([
  ['mode', string, { type: 'string', ptr: true, enum: ['A', 'B', 'C'], deprecated: true }],
  ['os', string, { type: 'string', keep: true, enum: ['linux'] }],
  ['modes', { 'type': 'array', 'items': string, 'x-kubernetes-list-type': 'atomic' }, { type: '[]string', keep: true, list: 'atomic', enum: ['A', 'B', 'C'] }],
  ['byName', { type: 'object', additionalProperties: string }, { type: '{}string', keep: true, enum: ['A', 'B', 'C'] }],
  ['resource', string, { type: 'string', keep: true }],
  ['status', string, { type: 'string', keep: true, enum: ['Yes'] }],
  ['kind', string, { type: 'string' }],
  ['version', string, { type: 'string', ptr: true, keep: true }],
  ['empty', string, { type: 'string' }],
  ['value', THING, { type: 'Thing', keep: true }],
  ['metadata', THING, { type: 'Thing', keep: true }],
  ['pointer', THING, { type: 'Thing', ptr: true }],
  ['null', THING, { type: 'Thing', ptr: true, keep: true }],
  ['time', TIME, { type: 'date-time', keep: true }],
  ['zero', TIME, { type: 'date-time' }],
  ['unknown', { type: 'integer', format: 'int64' }, { type: 'int64' }],
])('reduces %s', (name, schema, expected) => {
  expect(fieldsOf({ properties: { [name]: schema } })[name]).toEqual(expected);
});

test('knows what is required', () => {
  expect(fieldsOf({ properties: { os: string, other: string }, required: ['other'] })).toEqual({
    os: { type: 'string', keep: true, enum: ['linux'] }, other: { type: 'string', required: true },
  });
});

test('fails on a Go type that is called neither closed nor open', () => {
  expect(() => fieldsOf({ properties: { os: string } }, CORE.replace(/OSName/g, 'NewName'))).toThrow('neither closed nor open: core/v1.NewName');
});

test('fails on two types with one short name', () => {
  const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
  const both = { properties: { a: ref('io.k8s.api.apps.v1.Thing'), b: ref('io.k8s.api.batch.v1.Thing') } };
  expect(() => reduce('1.0.0', swagger(both, { 'io.k8s.api.apps.v1.Thing': {}, 'io.k8s.api.batch.v1.Thing': {} }), go())).toThrow('the same short name');
});

test('fails on a scalar that it does not know', () => {
  expect(() => fieldsOf({ properties: { os: { type: 'number', format: 'float' } } })).toThrow('type number, format float');
});

test.each(MINORS)('the input of 1.%i is written as the tool writes it, and has no sentences', (minor) => {
  const text = readFileSync(join(__dirname, `../../tools/openapi/v1.${minor}.json`), 'utf8');
  expect(text).toBe(stringify(readReduced(minor)));
  expect(text).not.toMatch(/"[^"]*[a-z] [a-z]+ [a-z]+ [a-z][^"]*"/);
});
