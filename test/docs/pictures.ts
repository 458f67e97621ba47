/** Pictures of text in a window, as SVG: README.md shows what the command and the editor really say. */
import { readFileSync, writeFileSync } from 'node:fs';

const cell = { width: 8.4, height: 20 };
const margin = 16;
const bar = 34;
const fonts = 'ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace';

export const colours = {
  background: '#1e1f26',
  bar: '#2b2d37',
  border: '#464956',
  text: '#d7dae0',
  grey: '#8a8f9c',
  red: '#f2777a',
  yellow: '#e5c07b',
  green: '#98c379',
  blue: '#7cb7ff',
  purple: '#c792ea',
} as const;

export interface Style {
  readonly colour?: string;
  readonly bold?: boolean;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const left = (column: number): number => margin + column * cell.width;
const top = (row: number): number => bar + margin + row * cell.height;
const short = (number: number): string => String(Math.round(number * 10) / 10);

/** Text at a column and a row. Its length is set, so that columns are columns in every font. */
export function text(column: number, row: number, content: string, { colour = colours.text, bold = false }: Style = {}): string {
  if (content.trim() === '') return '';
  const start = column + content.length - content.trimStart().length;
  const shown = content.trim();
  const length = short(shown.length * cell.width);
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${short(left(start))}" y="${short(top(row) + 14)}" textLength="${length}" fill="${colour}"${weight}>${escaped(shown)}</text>`;
}

/** The line that editors draw under what is wrong. */
export function squiggle(column: number, row: number, length: number, colour: string): string {
  const waves = Math.max(1, Math.round((length * cell.width) / 4.2 / 2));
  const step = (length * cell.width) / waves / 2;
  const path = `M${short(left(column))} ${short(top(row) + 18)}${`q${short(step / 2)} -3 ${short(step)} 0t${short(step)} 0`.repeat(waves)}`;
  return `<path d="${path}" fill="none" stroke="${colour}"/>`;
}

/** A frame behind some columns of some rows. */
export function frame(column: number, row: number, columns: number, rows: number, fill: string = colours.bar): string {
  const size = `width="${short(columns * cell.width)}" height="${short(rows * cell.height)}"`;
  return `<rect x="${short(left(column))}" y="${short(top(row))}" ${size} rx="4" fill="${fill}" stroke="${colours.border}"/>`;
}

/** A window with things in it, and what somebody hears who cannot see it. */
export function picture(title: string, label: string, columns: number, rows: number, things: readonly string[]): string {
  const width = short(columns * cell.width + 2 * margin);
  const height = short(rows * cell.height + 2 * margin + bar);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:space="preserve" role="img" aria-label="${escaped(label)}" font-family="${fonts}" font-size="14">
<rect width="100%" height="100%" rx="8" fill="${colours.background}"/>
<path d="M0 ${String(bar)}V8a8 8 0 0 1 8-8H${short(Number(width) - 8)}a8 8 0 0 1 8 8v${String(bar - 8)}z" fill="${colours.bar}"/>
<g fill="${colours.border}"><circle cx="20" cy="17" r="6"/><circle cx="40" cy="17" r="6"/><circle cx="60" cy="17" r="6"/></g>
<text x="50%" y="22" text-anchor="middle" fill="${colours.grey}">${escaped(title)}</text>
${things.filter((each) => each !== '').join('\n')}
</svg>
`;
}

/** The picture as it is kept, and drawn anew first where that is asked for (`npm run pictures`). */
export function kept(name: string, drawn: string): string {
  const file = new URL(`../../docs/pictures/${name}.svg`, import.meta.url);
  if (process.env['UPDATE_PICTURES'] === '1') writeFileSync(file, drawn);
  return readFileSync(file, 'utf8');
}
