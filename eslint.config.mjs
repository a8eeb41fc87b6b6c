// Templates only: scripts are oxlint's (.oxlintrc.json), layout is oxfmt's.
import typescriptParser from '@typescript-eslint/parser';
import vue from 'eslint-plugin-vue';
import vueParser from 'vue-eslint-parser';

export default [
  { ignores: ['**/node_modules/**', '**/dist/**', '**/coverage/**', '**/*.{js,mjs,cjs,ts,mts,cts}', '.veche/**'] },
  ...vue.configs['flat/recommended'],
  ...[vue.configs['no-layout-rules']].flat().map(({ rules }) => ({ rules })),
  {
    files: ['admin/src/**/*.vue'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: typescriptParser, ecmaVersion: 'latest', sourceType: 'module' },
    },
    rules: {
      // The order of reading: what it does, what it shows, how it looks.
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/component-api-style': ['error', ['script-setup']],
      // Every word a person reads stands in locales/, in Russian and in English.
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/require-default-prop': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any', normal: 'any', component: 'always' } }],
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
    },
  },
];
