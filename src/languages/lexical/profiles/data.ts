/** Languages for data and for infrastructure: R, SQL and Bicep. */
import type { Profile } from '../profile.js';
import { dashes, dollars, double, hash, likeC, name, single, stars } from './forms.js';

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
  // https://learn.microsoft.com/azure/azure-resource-manager/bicep/file
  bicep: {
    ...likeC,
    files: ['**/*.{bicep,bicepparam}'],
    fences: ['bicep'],
    strings: [
      { open: /'''/y, close: "'''", lines: true },
      { ...single, holes: dollars.slice(0, 1) },
    ],
    joins: [],
    pairs: { '{': [':'] },
    fallbackOperators: ['??'],
    typeBehind: ['param', 'output', 'var'],
    environment: { calls: /^readEnvironmentVariable$/ },
  },
} satisfies Readonly<Record<string, Profile>>;
