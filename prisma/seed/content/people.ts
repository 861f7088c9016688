/** `startsDaysAgo` and `endsInDays` count calendar days from the day of the seed; a negative end is past, `null` is no end. */
export type SeedProduct = {
  key: string;
  kind: "hosting" | "email" | "domain" | "system" | "website" | "softlik";
  name: string;
  startsDaysAgo: number;
  endsInDays: number | null;
};

export type SeedOrganization = { slug: string; name: string; products: SeedProduct[] };

export type SeedPerson = {
  email: string;
  name: string;
  role: "customer" | "agent" | "admin";
  organization?: string;
  organizationRole?: "manager" | "member";
};

export const organizations: SeedOrganization[] = [
  {
    slug: "acme",
    name: "Acme Herramientas",
    products: [
      { key: "acme-hosting", kind: "hosting", name: "Hosting de acme.example", startsDaysAgo: 1120, endsInDays: 161 },
      { key: "acme-correo", kind: "email", name: "Correo de acme.example", startsDaysAgo: 1120, endsInDays: 161 },
      { key: "acme-dominio", kind: "domain", name: "acme.example", startsDaysAgo: 1437, endsInDays: 23 },
      { key: "acme-tienda", kind: "website", name: "tienda-acme.example", startsDaysAgo: 540, endsInDays: null },
      { key: "acme-softlik", kind: "softlik", name: "Softlik, 5 usuarios", startsDaysAgo: 690, endsInDays: 40 },
      { key: "acme-inventario", kind: "system", name: "Control de inventario", startsDaysAgo: 1010, endsInDays: -112 },
    ],
  },
  {
    slug: "globex",
    name: "Globex Logística",
    products: [
      { key: "globex-hosting", kind: "hosting", name: "Hosting de globex.example", startsDaysAgo: 820, endsInDays: 275 },
      { key: "globex-correo", kind: "email", name: "Correo de globex.example", startsDaysAgo: 820, endsInDays: 275 },
      { key: "globex-dominio", kind: "domain", name: "globex.example", startsDaysAgo: 820, endsInDays: 275 },
      { key: "globex-envios", kind: "domain", name: "envios-globex.example", startsDaysAgo: 9, endsInDays: 356 },
      { key: "globex-rastreo", kind: "system", name: "Portal de rastreo de guías", startsDaysAgo: 400, endsInDays: null },
    ],
  },
  {
    slug: "sonrisa-clara",
    name: "Clínica Dental Sonrisa Clara",
    products: [
      { key: "sonrisa-hosting", kind: "hosting", name: "Hosting de sonrisaclara.example", startsDaysAgo: 410, endsInDays: 320 },
      { key: "sonrisa-correo", kind: "email", name: "Correo de sonrisaclara.example", startsDaysAgo: 410, endsInDays: 320 },
      { key: "sonrisa-dominio", kind: "domain", name: "sonrisaclara.example", startsDaysAgo: 410, endsInDays: 320 },
      { key: "sonrisa-web", kind: "website", name: "Página de la clínica", startsDaysAgo: 365, endsInDays: null },
    ],
  },
  {
    slug: "el-tintero",
    name: "Librería El Tintero",
    products: [
      { key: "tintero-hosting", kind: "hosting", name: "Hosting de eltintero.example", startsDaysAgo: 733, endsInDays: 362 },
      { key: "tintero-correo", kind: "email", name: "Correo de eltintero.example", startsDaysAgo: 733, endsInDays: 362 },
      { key: "tintero-dominio", kind: "domain", name: "eltintero.example", startsDaysAgo: 733, endsInDays: -3 },
      { key: "tintero-web", kind: "website", name: "Tienda de eltintero.example", startsDaysAgo: 700, endsInDays: null },
      { key: "tintero-softlik", kind: "softlik", name: "Softlik, 2 usuarios", startsDaysAgo: 300, endsInDays: 65 },
    ],
  },
  {
    slug: "robles-asociados",
    name: "Robles y Asociados, Contadores",
    products: [
      { key: "robles-hosting", kind: "hosting", name: "Hosting de robles-asociados.example", startsDaysAgo: 1500, endsInDays: 88 },
      { key: "robles-correo", kind: "email", name: "Correo de robles-asociados.example", startsDaysAgo: 1500, endsInDays: 88 },
      { key: "robles-dominio", kind: "domain", name: "robles-asociados.example", startsDaysAgo: 1500, endsInDays: 88 },
      { key: "robles-portal", kind: "system", name: "Portal de clientes del despacho", startsDaysAgo: 520, endsInDays: null },
      { key: "robles-softlik", kind: "softlik", name: "Softlik, 8 usuarios", startsDaysAgo: 900, endsInDays: 195 },
    ],
  },
];

export const people: SeedPerson[] = [
  { email: "ana@acme.example", name: "Ana Torres", role: "customer", organization: "acme", organizationRole: "manager" },
  { email: "andres@acme.example", name: "Andrés Luna", role: "customer", organization: "acme", organizationRole: "member" },
  { email: "bruno@globex.example", name: "Bruno Díaz", role: "customer", organization: "globex", organizationRole: "manager" },
  { email: "lucia@sonrisaclara.example", name: "Lucía Herrera", role: "customer", organization: "sonrisa-clara", organizationRole: "manager" },
  { email: "martin@sonrisaclara.example", name: "Martín Ochoa", role: "customer", organization: "sonrisa-clara", organizationRole: "member" },
  { email: "pilar@eltintero.example", name: "Pilar Núñez", role: "customer", organization: "el-tintero", organizationRole: "manager" },
  { email: "hugo@eltintero.example", name: "Hugo Reyes", role: "customer", organization: "el-tintero", organizationRole: "member" },
  { email: "rosa@robles-asociados.example", name: "Rosa Robles", role: "customer", organization: "robles-asociados", organizationRole: "manager" },
  { email: "ivan@robles-asociados.example", name: "Iván Castro", role: "customer", organization: "robles-asociados", organizationRole: "member" },
  { email: "teresa@robles-asociados.example", name: "Teresa Vega", role: "customer", organization: "robles-asociados", organizationRole: "member" },
  { email: "carla@impera.example", name: "Carla Ríos", role: "agent" },
  { email: "elena@impera.example", name: "Elena Cruz", role: "agent" },
  { email: "diego@impera.example", name: "Diego Mora", role: "admin" },
];
