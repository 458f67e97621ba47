/** The languages that the plugin brings, by the names that configurations use. */
import { readDotenv } from './dotenv.js';
import { type Language, language } from './language.js';
import { readShellFile } from './shell/file.js';

export const languages = {
  shell: language('shell', readShellFile),
  dotenv: language('dotenv', readDotenv),
} satisfies Record<string, Language>;

export type LanguageName = keyof typeof languages;
