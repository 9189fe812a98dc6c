// ES modules as they are: got ships nothing else. Babel only takes the types away.
export default {
  testEnvironment: 'node',
  // For a machine under load: nothing here waits for time to pass.
  testTimeout: 30_000,
  // Half of it waits: for windows, processes and a browser. Modules that tests have loaded stay in a worker's memory until it is renewed.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': [
      'babel-jest',
      { configFile: false, presets: [['@babel/preset-typescript', { onlyRemoveTypeImports: true }]] },
    ],
  },
};
