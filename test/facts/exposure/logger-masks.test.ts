/** What options of loggers leave of what is logged; exposures.test.ts shows what they mask. */
import { describe, expect, it } from 'vitest';
import { exposures } from '../../../src/facts/exposure/exposures.js';
import { javascript } from '../../models/program.js';

const setup = [
  `import pino from 'pino'; import acme from '@acme/pino'; import bunyan from 'bunyan'; import winston from 'winston';`,
  `import { redact } from './redact'; const { combine, json, printf } = winston.format;`,
  `const config = { token: process.env.CF_API_TOKEN, zone: 'a' };`,
].join(' ');

/** What is reported of what a logger logs. */
function left(logger: string, shown: string): readonly string[] {
  const file = javascript(`${setup} const log = ${logger}; log.info(${shown});`);
  return exposures(file).map(({ at }) => file.text.slice(at.start, at.end));
}

describe('a logger hides', () => {
  it.each([
    [`acme({ redact: ['token'] })`, 'config'],
    [`pino({ redact: ['config.token'] })`, '{ config: quiet ? {} : config }'],
    [`pino({ redact: ['config'] })`, '{ config: quiet ? {} : config }'],
    [`pino({ redact: ['list[0].token'] })`, '{ list: [config] }'],
    [`pino({ redact: ["config['token']"] })`, '{ config }'],
    [`pino({ redact: ['token'], serializers: { zone: (zone) => zone.id } })`, 'config'],
    [`pino({ redact: ['zone', more] })`, 'config'],
    [`pino({ redact: { paths, remove: true } })`, 'config'],
    [`pino({ ...options, redact: ['zone'] })`, 'config'],
    [`pino({ serializers: { zone: (zone) => zone.id, ...serializers } })`, 'config'],
    [`bunyan.createLogger({ name: 'a', serializers: bunyan.stdSerializers })`, '{ req: config, res: config }'],
    [`winston.createLogger({ format: quiet ? printf(({ message }) => message) : redact() })`, `'config', config`],
    [`winston.createLogger({ format: combine(...[json(), redact()]) })`, `'config', config`],
    [`winston.createLogger({ format: combine(winston.format((info) => { delete info.zone; return info; })(), redact()) })`, 'config.token'],
    [`winston.createLogger({ format: combine(redact(), winston.format((info) => { delete info.zone; return info; })()) })`, 'config.token'],
    ['winston.createLogger({ format: printf(function ({ message }) { return message; }) })', `'config', config`],
    ['winston.createLogger({ format: printf(function (info) { return info.message; }) })', `'config', config`],
  ])('%s: %s', (logger, shown) => {
    expect(left(logger, shown)).toEqual([]);
  });
});

describe('a logger does not hide', () => {
  it.each([
    [`pino({ redact: ['config.zone'] })`, '{ config: quiet ? {} : config }', 'config: quiet ? {} : config'],
    [`pino({ redact: ['list[1].token'] })`, '{ list: [config] }', 'list: [config]'],
    [`pino({ redact: ['list[*].zone'] })`, '{ list: [config] }', 'list: [config]'],
    [`pino({ serializers: pino.stdSerializers })`, '{ req: config }', 'req: config'],
    [`pino({ serializers: { zone: (zone) => zone.id } })`, 'config', 'config'],
    [`bunyan.createLogger({ name: 'a', serializers: bunyan.stdSerializers })`, '{ settings: config }', 'settings: config'],
    [`bunyan.createLogger({ name: 'a', serializers: { req: bunyan.stdSerializers.req } })`, '{ settings: config }', 'settings: config'],
    [`winston.createLogger({ format: 'json' })`, `'config', config`, 'config'],
    [`winston.createLogger({ format: quiet ? printf((info) => show(info)) : json() })`, `'config', config`, 'config'],
    ['winston.createLogger({ format: printf(function (info) { return show(info); }) })', `'config', config`, 'config'],
    ['winston.createLogger({ format: printf() })', `'config', config`, 'config'],
    ['winston.createLogger({ format: combine(({ message }) => message) })', `'config', config`, 'config'],
  ])('%s: %s', (logger, shown, found) => {
    expect(left(logger, shown)).toEqual([found]);
  });
});
