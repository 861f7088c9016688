import type pg from "pg";
import { insertRows, type Row } from "./insert";
import type { Random } from "./random";

export const ORGANIZATIONS = 500;
const PEOPLE_EACH = 4;
const AGENTS = 25;

export type Organization = { id: string; domain: string; people: string[]; products: string[] };
export type Cast = { organizations: Organization[]; agents: string[] };

const KINDS = ["hosting", "email", "domain"] as const;

/** Organizations with a manager, three members and three products each, and the desk's agents. Nobody has a password: sessions are minted. */
export async function fillCustomers(client: pg.Client, random: Random): Promise<Cast> {
  const organizations = Array.from({ length: ORGANIZATIONS }, (_, index): Organization => ({
    id: random.uuid(),
    domain: `empresa-${index + 1}.example`,
    people: Array.from({ length: PEOPLE_EACH }, () => random.uuid()),
    products: KINDS.map(() => random.uuid()),
  }));
  const agents = Array.from({ length: AGENTS }, () => random.uuid());
  await insertRows(client, "organization", organizations.map(({ id }, index) => ({ id, slug: `empresa-${index + 1}`, name: `Empresa ${index + 1}`, created_at: new Date(0) })));
  await insertRows(client, "app_user", [...organizations.flatMap(peopleOf), ...agents.map(agentRow)]);
  await insertRows(client, "product", organizations.flatMap(productsOf));
  return { organizations, agents };
}

function peopleOf({ id, people, domain }: Organization): Row[] {
  return people.map((person, index) => ({
    id: person,
    email: `persona-${index + 1}@${domain}`,
    name: `Persona ${index + 1} de ${domain}`,
    role: "customer",
    organization_id: id,
    organization_role: index === 0 ? "manager" : "member",
    session_version: 1,
    created_at: new Date(0),
  }));
}

function agentRow(id: string, index: number): Row {
  return { id, email: `agente-${index + 1}@mesa.example`, name: `Agente ${index + 1}`, role: "agent", organization_id: null, organization_role: null, session_version: 1, created_at: new Date(0) };
}

function productsOf({ id, products, domain }: Organization): Row[] {
  return products.map((product, index) => ({ id: product, organization_id: id, kind: KINDS[index]!, name: `${KINDS[index]} de ${domain}`, starts_on: "2023-01-01" }));
}
