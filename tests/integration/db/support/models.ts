import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "@/scripts/setup/paths";

export type Column = { table: string; column: string; type: string; isNullable: boolean };
export type Schema = { columns: Column[]; enums: Record<string, string[]> };

const SCALARS: Record<string, string> = { String: "text", Int: "int4", BigInt: "int8", Boolean: "bool", DateTime: "timestamp(3)", Json: "jsonb", Bytes: "bytea" };
const NATIVE: [RegExp, (match: RegExpExecArray) => string][] = [
  [/@db\.Uuid\b/, () => "uuid"],
  [/@db\.Timestamptz\((\d)\)/, ([, precision]) => `timestamptz(${precision})`],
  [/@db\.Date\b/, () => "date"],
  [/@db\.SmallInt\b/, () => "int2"],
];

/** prisma/models as tables, columns and enums of the database. What it does not know, it does not skip: it throws. */
export function readModels(): Schema {
  const directory = join(ROOT, "prisma/models");
  const text = readdirSync(directory).map((file) => readFileSync(join(directory, file), "utf8")).join("\n");
  const blocks = [...text.replace(/\/\/.*$/gm, "").matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm)];
  const names = (kind: string) => new Map(blocks.filter((block) => block[1] === kind).map(([, , name = "", body = ""]) => [name, { body, map: mapOf(body, "@@map") ?? name }]));
  const enums = names("enum");
  const models = names("model");
  return {
    columns: [...models.values()].flatMap(({ body, map }) => columnsOf(body, map, { enums, models: new Set(models.keys()) })),
    enums: Object.fromEntries([...enums.values()].map(({ body, map }) => [map, valuesOf(body)])),
  };
}

function columnsOf(body: string, table: string, known: { enums: Map<string, { map: string }>; models: Set<string> }): Column[] {
  return linesOf(body).flatMap((line): Column[] => {
    const match = /^(\w+)\s+(\w+)(\?|\[\])?(.*)$/.exec(line);
    if (!match) throw new Error(`${table}: cannot read "${line}"`);
    const [, field = "", type = "", modifier = "", attributes = ""] = match;
    if (known.models.has(type)) return []; // a relation has no column of its own
    const isList = modifier === "[]";
    const base = nativeType(attributes) ?? known.enums.get(type)?.map ?? SCALARS[type];
    if (!base) throw new Error(`${table}.${field}: unknown type ${type}`);
    return [{ table, column: mapOf(attributes, "@map") ?? field, type: isList ? `${base}[]` : base, isNullable: modifier === "?" }];
  });
}

function nativeType(attributes: string): string | null {
  for (const [pattern, typeOf] of NATIVE) {
    const match = pattern.exec(attributes);
    if (match) return typeOf(match);
  }
  if (attributes.includes("@db.")) throw new Error(`unknown native type in "${attributes}"`);
  return null;
}

function valuesOf(body: string): string[] {
  return linesOf(body).map((line) => mapOf(line, "@map") ?? line.split(/\s/)[0]!);
}

function linesOf(body: string): string[] {
  return body.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("@@"));
}

function mapOf(text: string, attribute: "@map" | "@@map"): string | null {
  const match = new RegExp(`(?:^|[^@])${attribute}\\("([^"]+)"\\)`, "m").exec(text);
  return match?.[1] ?? null;
}
