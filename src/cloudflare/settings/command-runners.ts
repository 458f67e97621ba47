/**
 * Functions that run commands, by language. Matches their dotted names; they take a shell command line, or a list of words.
 *
 * Source: the manual of each language, November 2026.
 */
export const commandRunners: Readonly<Record<string, RegExp>> = {
  php: /^(?:exec|shell_exec|system|passthru|proc_open|popen)$/,
  perl: /^(?:system|exec)$/,
  groovy: /^(?:bat|powershell|exec)$/,
  go: /^exec\.Command(?:Context)?$/,
  rust: /^Command(?:\.|::)new$/,
  java: /^(?:new )?ProcessBuilder$|\.exec$/,
  kotlin: /^ProcessBuilder$|\.exec$|^exec$/,
  csharp: /^Process\.Start$/,
  elixir: /^System\.(?:cmd|shell)$/,
  lua: /^os\.execute$|^io\.popen$/,
};
