import graphql from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Types without an id of their own: values, not entities. */
const valueTypes = [
  'PageInfo',
  'Query',
  'Mutation',
  'Subscription',
  'IgaMessage',
  'AccessReviewAccount',
  'AccessReviewDataAccess',
  'AccessReviewDataCategory',
  'AccessReviewItemReassignment',
  'AccessReviewPermission',
  'ReassignmentStep',
  'ReassignmentAuditDetails',
  'ReassignmentEvaluation',
  'ReassignmentTenantConfiguration',
  'ReassignmentConfigTypeInfo',
  'CertificationCampaignAlert',
  'CertificationDecisionCount',
  'CertificationProgress',
  'CertificationTaskProgress',
  'CertificationReassignment',
  'CertificationReviewerWorkload',
  'CertificationCampaignWorkload',
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'coverage/', 'src/generated/', 'examples/typed-client/', 'tooling/*.graphql', 'schema/schema.graphql'] },
  {
    files: ['{src,test,bench,scripts}/**/*.ts', 'examples/supergraph/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Apollo's hooks and Express' handlers are asynchronous by type.
      '@typescript-eslint/require-await': 'off',
      'no-console': ['error', { allow: ['error'] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      complexity: ['error', 15],
    },
  },
  {
    files: ['graphiql/src/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: 'graphiql/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    // GraphiQL's hooks hand out actions that are typed as methods and use no `this`.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // The environment is read in one place; the start scripts hand it over.
    files: ['src/**/*.ts'],
    ignores: ['src/run.ts', 'src/cli/main.ts', 'src/telemetry/register.ts', 'src/sandbox/main.ts', 'src/sandbox/upstream-main.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts reads the environment; be handed your part of it.' },
      ],
    },
  },
  { files: ['src/sandbox/*main.ts', 'examples/**/*.ts', 'scripts/*.ts'], rules: { 'no-console': 'off' } },
  {
    // Answers have the shape of the query beside them, which the compiler does not know.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['schema/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: { schema: ['schema/!(schema).graphql', 'tooling/federation.graphql'] },
      },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // One line where it fits, a block where it does not.
      '@graphql-eslint/description-style': 'off',
      // Forward paging only: the upstream pages by offset, and `offset` serves tables with page numbers.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          acceptedIdNames: ['id'],
          acceptedIdTypes: ['ID'],
          exceptions: { types: valueTypes, suffixes: ['Connection', 'Edge', 'Payload', 'Error', 'Summary'] },
        },
      ],
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          DirectiveDefinition: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      '@graphql-eslint/input-name': [
        'error',
        { checkQueries: false, checkMutations: true, checkInputType: true, caseSensitiveInputType: false },
      ],
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
      '@graphql-eslint/require-nullable-fields-with-oneof': 'error',
      '@graphql-eslint/require-nullable-result-in-root': 'error',
    },
  },
);
