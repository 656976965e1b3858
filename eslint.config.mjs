// Lint of every room. Who may import what is in .dependency-cruiser.mjs.
import stylistic from '@stylistic/eslint-plugin';
import typescript from '@typescript-eslint/eslint-plugin';
import parser from '@typescript-eslint/parser';
import imports from 'eslint-plugin-import';
import * as regexp from 'eslint-plugin-regexp';

/** One way to write for all rooms. */
const STYLE = {
  'curly': ['error', 'all'],
  'dot-notation': 'error',
  'no-bitwise': 'error',
  '@stylistic/array-bracket-newline': ['error', 'consistent'],
  '@stylistic/array-bracket-spacing': ['error', 'never'],
  '@stylistic/arrow-parens': ['error', 'always'],
  '@stylistic/arrow-spacing': 'error',
  '@stylistic/block-spacing': 'error',
  '@stylistic/brace-style': ['error', '1tbs', { allowSingleLine: false }],
  '@stylistic/comma-dangle': ['error', 'always-multiline'],
  '@stylistic/comma-spacing': ['error', { before: false, after: true }],
  '@stylistic/comma-style': 'error',
  '@stylistic/eol-last': 'error',
  '@stylistic/function-call-spacing': 'error',
  '@stylistic/indent': ['error', 2],
  '@stylistic/key-spacing': 'error',
  '@stylistic/keyword-spacing': 'error',
  '@stylistic/max-len': ['error', { code: 150, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
  '@stylistic/max-statements-per-line': ['error', { max: 1 }],
  '@stylistic/member-delimiter-style': 'error',
  '@stylistic/no-multi-spaces': ['error', { ignoreEOLComments: false }],
  '@stylistic/no-multiple-empty-lines': 'error',
  '@stylistic/no-trailing-spaces': 'error',
  '@stylistic/object-curly-newline': ['error', { multiline: true, consistent: true }],
  '@stylistic/object-curly-spacing': ['error', 'always'],
  '@stylistic/object-property-newline': ['error', { allowAllPropertiesOnSameLine: true }],
  '@stylistic/operator-linebreak': ['error', 'before'],
  '@stylistic/padded-blocks': ['error', 'never'],
  '@stylistic/quote-props': ['error', 'consistent-as-needed'],
  '@stylistic/quotes': ['error', 'single', { avoidEscape: true }],
  '@stylistic/semi': ['error', 'always'],
  '@stylistic/semi-spacing': 'error',
  '@stylistic/space-before-blocks': 'error',
  '@stylistic/space-before-function-paren': ['error', { anonymous: 'always', named: 'never', asyncArrow: 'always' }],
  '@stylistic/space-in-parens': 'error',
  '@stylistic/space-infix-ops': 'error',
  '@stylistic/space-unary-ops': 'error',
  '@stylistic/spaced-comment': ['error', 'always', { markers: ['/'] }],
  '@stylistic/switch-colon-spacing': 'error',
  '@stylistic/template-curly-spacing': 'error',
  '@stylistic/type-annotation-spacing': 'error',
  'import/no-duplicates': 'error',
  'import/order': ['error', { groups: ['builtin', 'external'], alphabetize: { order: 'asc', caseInsensitive: true } }],
};

/** Regular expressions take linear time, whatever they are given. */
const REGEXP = {
  'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
  'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
};

const LANGUAGE = {
  'import/no-default-export': 'error',
  '@typescript-eslint/member-ordering': ['error', {
    default: [
      'public-static-field', 'public-static-method', 'protected-static-field', 'protected-static-method', 'private-static-field', 'private-static-method',
      'field', 'constructor', 'method',
    ],
  }],
  '@typescript-eslint/no-require-imports': 'error',
  '@typescript-eslint/no-shadow': 'error',
};

/** Rules that ask the type checker, which costs more than all others. */
const TYPED = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/return-await': 'error',
};

export default [
  { ignores: ['lib/', 'dist/', 'coverage/', '.cache/', '**/*.d.ts', 'examples/dist/'] },
  {
    files: ['**/*.ts', '**/*.mjs'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@stylistic': stylistic, '@typescript-eslint': typescript, 'import': imports, regexp },
    settings: { 'import/parsers': { '@typescript-eslint/parser': ['.ts'] }, 'import/resolver': { node: { extensions: ['.ts', '.js'] } } },
    rules: { ...STYLE, ...REGEXP, ...LANGUAGE },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.dev.json', tsconfigRootDir: import.meta.dirname } },
    rules: TYPED,
  },
  // ESLint wants its settings as the default export.
  { files: ['*.mjs'], rules: { 'import/no-default-export': 'off' } },
  // Generated code, and tables of what the generator of manifests makes.
  { files: ['src/k8s/**/*.ts', 'src/constructs/generated/*.ts'], rules: { '@stylistic/max-len': 'off', '@stylistic/indent': 'off', 'import/order': 'off' } },
  { files: ['conformance/generate/**/*.ts'], rules: { '@stylistic/max-len': 'off' } },
  // Generated: the fields of a shape, several to a line.
  { files: ['src/admission/decode/shapes.ts'], rules: { '@stylistic/object-property-newline': 'off' } },
  // The package's own name cannot be resolved here, and stands among the others for a reader.
  { files: ['examples/**/*.ts', 'bench/**/*.ts', 'test/examples/**/*.ts'], rules: { 'import/order': 'off' } },
];
