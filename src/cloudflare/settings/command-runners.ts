/**
 * Functions of languages with which programs run commands, by their dotted names: what they are given is a line for a shell, or words.
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
