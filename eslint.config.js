import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** What each room of `src-core` may import, besides itself. See CONTRIBUTING.md, "Rules of the rooms". */
const MAY_IMPORT = {
  contract: [],
  audio: ['contract', 'emotion', 'queue'],
  emotion: ['contract', 'audio', 'queue'],
  queue: ['contract', 'audio', 'emotion'],
  database: ['contract'],
  library: ['contract', 'audio', 'emotion', 'database'],
  service: ['contract', 'audio', 'emotion', 'queue', 'database', 'library'],
  training: ['contract', 'audio', 'emotion'],
  cli: ['contract', 'library', 'service'],
};

const ROOM_ZONES = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  target: `./src-core/${room}`,
  from: './src-core',
  except: [room, ...allowed].map((name) => `./${name}`),
  message: `src-core/${room} may import only ${[room, ...allowed].join(', ')}.`,
}));

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'coverage', '.cache', 'src-core/emotion/kernel/assembly'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: ROOM_ZONES }],
      'import-x/no-extraneous-dependencies': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src-core/**/*.ts'],
    ignores: ['src-core/cli/**', 'src-core/training/**'],
    rules: { 'no-console': 'error' },
  },
);
