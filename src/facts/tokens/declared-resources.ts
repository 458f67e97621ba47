import { jsonKey, pulumiPackage, pulumiType, resources, type Subject, terraformPackage } from '../../cloudflare/tokens/grants.js';
import type { SourceFile, Span, Table } from '../../source/model.js';
import { get, literal, presentValue, tablesOf } from '../../source/values.js';

/** A resource that a data file declares. */
interface DeclaredResource extends Subject {
  readonly at: Span;
  readonly table: Table;
  readonly declared: true;
}

/** Returns the resources that a data file declares: in Pulumi's YAML, and in the JSON syntax of Terraform. */
export function declaredResources(file: SourceFile): readonly DeclaredResource[] {
  if (!/^(?:json|yaml)$/.test(file.language)) return [];
  const isTerraform = file.path.endsWith('.tf.json');
  return file.tables.flatMap((table) => (isTerraform ? ofTerraform(table) : ofPulumi(table)));
}

/** `{ type: cloudflare:ApiToken, properties: { name: … } }` */
function ofPulumi(table: Table): readonly DeclaredResource[] {
  const type = presentValue(get(table, 'type'));
  const member = type && pulumiType.exec(literal(type) ?? '')?.[1];
  const properties = member === undefined ? 'absent' : get(table, 'properties');
  return member === undefined || !type
    ? []
    : tablesOf(presentValue(properties)).flatMap((each) => declared(each, { package: pulumiPackage, member, at: type.at }));
}

/** `{ "resource": { "cloudflare_api_token": { "ci": { "name": … } } } }` */
function ofTerraform(table: Table): readonly DeclaredResource[] {
  const [kind, type] = table.names;
  const [first] = table.entries;
  return kind === 'resource' && type !== undefined && first && table.names.length === 3
    ? declared(table, { package: terraformPackage, member: `${kind}.${type}`, at: first.keyAt })
    : [];
}

interface Declaration {
  readonly package: string;
  readonly member: string;
  readonly at: Span;
}

function declared(table: Table, { package: from, member, at }: Declaration): readonly DeclaredResource[] {
  const resource = resources.find(({ modules, member: called }) => modules.test(from) && called.test(member));
  return resource ? [{ ...resource, at, table, declared: true }] : [];
}

/** Returns the tables that are written as JSON: by `fn::toJSON: { … }`, the one inside. */
export function asJson(table: Table): readonly Table[] {
  const [only] = table.entries;
  return only?.key === jsonKey ? tablesOf(only.value) : [table];
}
