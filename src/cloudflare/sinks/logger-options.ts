/** Options of loggers that decide what is written. */

/** Options that mask properties. Sources: https://github.com/pinojs/pino/blob/main/docs/redaction.md, tslog's README; November 2026. */
export const loggerMasks: readonly string[] = ['redact', 'maskValuesOfKeys', 'maskValuesRegEx'];

/**
 * Options with functions of the program that may mask what is logged.
 * Sources: https://github.com/pinojs/pino/blob/main/docs/api.md, https://github.com/winstonjs/logform, tslog's README; November 2026.
 */
export const ownMasks: readonly string[] = ['format', 'transports', 'formatters', 'hooks', 'mixin', 'overwrite'];

/** Words in functions that mask. */
export const hidingWords = /redact|mask|saniti[sz]|scrub|censor|conceal|hid(?:e|den)|secret|sensitive|\*{3}|\bdelete\b|\bomit\b/i;

/** What a function that prints an entry does with values other than its message. */
export const printsRest = /\.{3}|stringify|inspect|meta|splat/i;
