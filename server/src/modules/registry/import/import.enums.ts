import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../kernel/enum-of.ts';
import type { Delimiter } from './rules/delimiter.ts';
import { importFields, importKinds, type ImportField, type ImportKind } from './rules/import-field.ts';
import { importStates, type ImportState } from './rules/import-lifecycle.ts';
import { rowErrorCodes, type RowErrorCode } from './rules/row-error.ts';

export const ImportKindEnum = enumOf<ImportKind>(importKinds);
registerEnumType(ImportKindEnum, {
  name: 'ImportKind',
  description: 'Houses by their addresses, or the premises and owners of one house.',
});

export const ImportStateEnum = enumOf<ImportState>(importStates);
registerEnumType(ImportStateEnum, {
  name: 'ImportState',
  description:
    'REHEARSING and COMMITTING go on in the background, whoever is connected; the register changes all at once or not at all.',
});

export const ImportFieldEnum = enumOf<ImportField>(importFields);
registerEnumType(ImportFieldEnum, { name: 'ImportField', description: 'What a column means.' });

export const ImportRowErrorCodeEnum = enumOf<RowErrorCode>(rowErrorCodes);
registerEnumType(ImportRowErrorCodeEnum, { name: 'ImportRowErrorCode', description: 'Why a row is refused.' });

export const ImportEncodingEnum = enumOf(['AUTO', 'UTF_8', 'WINDOWS_1251'] as const);
export type EncodingWish = keyof typeof ImportEncodingEnum;
registerEnumType(ImportEncodingEnum, { name: 'ImportEncoding' });

export const DelimiterEnum = enumOf(['SEMICOLON', 'COMMA', 'TAB'] as const);
export type DelimiterName = keyof typeof DelimiterEnum;
registerEnumType(DelimiterEnum, { name: 'CsvDelimiter' });

export const delimiterSigns: Readonly<Record<DelimiterName, Delimiter>> = { SEMICOLON: ';', COMMA: ',', TAB: '\t' };
