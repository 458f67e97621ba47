/** Forms of comments and strings that several languages share. */
import type { HandlerForms, HoleForm, InjectionForms, Profile, StringForm } from '../profile.js';

export const hash = [/#/y, '\n'] as const;
export const slashes = [/\/\//y, '\n'] as const;
export const stars = [/\/\*/y, '*/'] as const;
export const dashes = [/--/y, '\n'] as const;

export const name = /[A-Z_]\w*/iy;

/** `${expression}` and `$name`. */
export const dollars: readonly HoleForm[] = [{ open: /\$\{/y, close: '}' }, { open: /\$([A-Z_]\w*)/iy }];
/** `{expression}`, unless the bracket is doubled. */
export const braces: readonly HoleForm[] = [{ open: /\{(?!\{)/y, close: '}' }];
/** `#{expression}`. */
export const hashes: readonly HoleForm[] = [{ open: /#\{/y, close: '}' }];

export const double: StringForm = { open: /"/y, close: '"', escape: '\\' };
export const single: StringForm = { open: /'/y, close: "'", escape: '\\' };
export const tripled: StringForm = { open: /"""/y, close: '"""', lines: true };
/** A single character, or what looks like one: `'a'`, `'\n'`. */
export const character: StringForm = { open: /'(?=(?:\\.[^']{0,8}|[^'\\\n])')/y, close: "'", escape: '\\' };

/** Defaults for languages with C's syntax. */
export const likeC = {
  comments: [slashes, stars],
  strings: [double, character],
  word: name,
  joins: ['+'],
  members: ['.'],
  assigns: ['='],
  pairs: {},
  fallbackOperators: ['||'],
  functions: [],
} satisfies Omit<Profile, 'files'>;

/** `try { … } catch (…) { … }`. */
export const catching: HandlerForms = { braces: [['try'], ['catch']] };

/**
 * `@Value("${a.b}")` of Spring, `@ConfigProperty(name = "a.b")` of MicroProfile, `@Property(name = "a.b")` of Micronaut.
 * https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html, https://microprofile.io/specifications/config/
 */
export const annotated: InjectionForms = {
  called: /^(?:Value|ConfigProperty|Property)$/,
  key: /^(?:value|name)?$/,
  fallback: /^defaultValue$/,
};
