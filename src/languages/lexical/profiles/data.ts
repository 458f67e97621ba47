/** Languages for data: R and SQL. */
import type { Profile } from '../profile.js';
import { dashes, double, hash, likeC, name, single, stars } from './forms.js';

export const data = {
  r: {
    ...likeC,
    files: ['**/*.{r,R,Rmd,jl}', '**/.Rprofile'],
    lastIsGiven: 'everywhere',
    fences: ['r', 'julia'],
    comments: [hash],
    strings: [
      { ...double, lines: true },
      { ...single, lines: true },
      { open: /`/y, close: '`', name: true },
    ],
    word: /[A-Z_.][\w.]*/iy,
    joins: [],
    members: ['$', '::'],
    assigns: ['=', '<-', '<<-'],
    pairs: { '(': ['='] },
    functions: ['function'],
    environment: { calls: /^Sys\.getenv$/, members: /^ENV$/ },
    formats: /^sprintf$/,
    joining: { paste: ' ', paste0: '' },
    runs: /^system2?$/,
  },
  sql: {
    ...likeC,
    files: ['**/*.{sql,psql,ddl}'],
    fences: ['sql', 'postgresql', 'mysql', 'sqlite'],
    comments: [dashes, stars, hash],
    strings: [
      { open: /[EN]?'/iy, close: "'", escape: 'doubled', lines: true },
      { open: /\$(\w*)\$/y, close: '$$1$', lines: true },
      { open: /(["`])/y, close: '$1', name: true },
    ],
    word: name,
    joins: ['||'],
    assigns: ['=', ':='],
    functions: [],
    spacedCalls: true,
    fallbackOperators: [],
  },
} satisfies Readonly<Record<string, Profile>>;
