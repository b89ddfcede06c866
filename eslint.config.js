/** What the linter refuses. Each rule of our own says what to do instead. */
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', 'test/**/*.ts'];
const PURE = ['dispatcher/understand/**/*.ts', 'dispatcher/decide/**/*.ts', 'dispatcher/say/**/*.ts'];

/** The pure folders: the same answer for the same arguments, always (design.md 1 and 3). */
const impure = [
  [
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'Take the time as an argument (now: Instant).',
  ],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Take the time as an argument (now: Instant).'],
  ['CallExpression[callee.name="Date"]', 'Take the time as an argument (now: Instant).'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'No randomness: take what differs as an argument.'],
  [':function[async=true]', 'Nothing here waits: whoever calls this gathers what it needs first.'],
  ['AwaitExpression', 'Nothing here waits: whoever calls this gathers what it needs first.'],
  ['ForOfStatement[await=true]', 'Nothing here waits: whoever calls this gathers what it needs first.'],
  ['ThrowStatement', 'Give the refusal back as a value (a union), for which say/ has a sentence.'],
].map(([selector, message]) => ({ selector, message }));

const outside = [
  ['process', 'Settings come as arguments.'],
  ['console', 'Give back evidence or a note; whoever calls this writes the log.'],
  ['performance', 'Take the time as an argument (now: Instant).'],
  ['crypto', 'No randomness: take ids as arguments.'],
  ['fetch', 'No I/O here.'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'clearTimeout', 'clearInterval'].map((name) => [
    name,
    'A deadline is a Timer in the decision, kept as a row.',
  ]),
].map(([name, message]) => ({ name, message }));

const env = {
  object: 'process',
  property: 'env',
  message: 'Only config/env.ts reads the environment: take the setting as an argument, or call readEnv().',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'data',
      'coverage',
      '.ci/out',
      'test/data',
      'dispatcher/understand/weights.data.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      // A `default` does not make up for a state that was forgotten.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-unsafe-finally': 'error',
      'no-return-assign': ['error', 'except-parens'],
      'prefer-const': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  { files: ['**/*.lexicon.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.ts'],
    ignores: ['config/env.ts', '*.config.ts'],
    rules: {
      'no-restricted-properties': ['error', env],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:process', message: 'Use the global, and config/env.ts for settings.' }] },
      ],
    },
  },
  {
    files: [
      '*.ts',
      'bot/**/*.ts',
      'dispatcher/**/*.ts',
      'workers/**/*.ts',
      'entities/**/*.ts',
      'config/**/*.ts',
      'console/**/*.ts',
    ],
    ignores: ['console/testing/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...impure], 'no-restricted-globals': ['error', ...outside] },
  },
  {
    // A fake speaks frames as unknown as the platform's own; its tests look into them.
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
          message: 'A test runs or is deleted.',
        },
      ],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
