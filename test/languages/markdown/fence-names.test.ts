import { expect, it } from 'vitest';
import { fenceName } from '../../../src/languages/markdown/fence-names.js';

it.each([
  ['python', 'fence/fence.py'],
  ['py', 'fence/fence.py'],
  ['go', 'fence/fence.go'],
  ['csharp', 'fence/fence.cs'],
  ['powershell', 'fence/fence.ps1'],
  ['makefile', 'fence/fence.mk'],
  ['nginx', 'fence/fence.vcl'],
  ['caddyfile', 'fence/fence.caddyfile'],
  ['bat', 'fence/fence.bat'],
  ['systemd', 'fence/fence.service'],
  ['xml', 'fence/fence.xml'],
  ['conf', 'fence/fence.conf'],
])('%s is read as %s', (info, name) => {
  expect(fenceName({ info, lines: [] })).toBe(name);
});

it.each([
  ['cf-terraforming import --key $CLOUDFLARE_API_KEY', 'fence/fence.sh'],
  ['CF_API_KEY=$KEY CF_API_EMAIL=$EMAIL terraform apply', 'fence/fence.sh'],
  ['CF_API_KEY=$KEY', 'fence/.env'],
  ["import Cloudflare from 'cloudflare';", 'fence/fence.js'],
  ["await fetch('https://api.cloudflare.com/client/v4/zones');", 'fence/fence.js'],
  ['import requests', 'fence/fence.py'],
  ['from cloudflare import Cloudflare', 'fence/fence.py'],
  ['package main', 'fence/fence.go'],
  ['<?php\necho 1;', 'fence/fence.php'],
  ['provider "cloudflare" {', 'fence/fence.tf'],
  ['FROM node:22', 'fence/Dockerfile'],
  ['services:', 'fence/compose.yml'],
  ['{ "headers": {} }', 'fence/fence.json'],
  ['apiVersion: v1\nkind: Secret', 'fence/fence.yml'],
  ['Import the zone from there.', undefined],
  ['Let us fetch services: all of them.', undefined],
])('a fence without a language that contains %j is read as %s', (text, name) => {
  expect(fenceName({ info: '', lines: text.split('\n').map((line) => ({ text: line, start: 0, end: line.length })) })).toBe(name);
});
