/** Why a file or folder is not read. */

interface Explanation {
  readonly text: string;
  /** Skipped by a rule that the user knows or has set: only listed with `--verbose`. */
  readonly isExpected?: true;
}

/** The reasons, by name. */
export const skipReasons = {
  gitignore: { text: 'ignored by Git', isExpected: true },
  pattern: { text: 'matches an ignore pattern', isExpected: true },
  dependencies: { text: 'installed dependencies', isExpected: true },
  lockFile: { text: 'lock file', isExpected: true },
  link: { text: 'symbolic link; links are not followed', isExpected: true },
  danglingLink: { text: 'symbolic link to nothing' },
  circularLink: { text: 'circular symbolic link' },
  special: { text: 'neither a file nor a folder (socket, pipe or device)' },
  folder: { text: 'a folder' },
  tooLarge: { text: 'larger than 64 MB' },
  pathTooLong: { text: 'path too long for the operating system' },
  missing: { text: 'does not exist' },
  forbidden: { text: 'permission denied' },
  unreadable: { text: 'cannot be read' },
  ignoreFile: { text: 'ignore file too large or too complex; what it excludes is scanned' },
} as const satisfies Readonly<Record<string, Explanation>>;

export type SkipReason = keyof typeof skipReasons;

/** Whether a file with this reason is skipped by design. */
export const isExpectedSkip = (reason: SkipReason): boolean => 'isExpected' in skipReasons[reason];

const byErrorCode: Readonly<Record<string, SkipReason>> = {
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ELOOP: 'circularLink',
  ENAMETOOLONG: 'pathTooLong',
  EISDIR: 'folder',
  ENXIO: 'special', // a socket, or a device without a driver
  EOPNOTSUPP: 'special',
};

/** Maps a file system error to a reason. */
export function skipReasonOf(error: unknown): SkipReason {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return byErrorCode[code] ?? 'unreadable';
}
