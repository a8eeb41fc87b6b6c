import {
  comesOfAgeOn,
  isBirthDate,
  readEmail,
  readName,
  readOgrn,
  readPhone,
  readSnils,
} from '../../identity/index.ts';
import type { PersonReaders } from './rules/read-owner.ts';

export const personReaders: PersonReaders = {
  snils: readSnils,
  ogrn: readOgrn,
  phone: readPhone,
  email: readEmail,
  name: readName,
  isBirthDate,
  comesOfAgeOn,
};
