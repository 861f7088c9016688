/** `startsDaysAgo` and `endsInDays` count calendar days from the day of the seed; a negative end is past, `null` is no end. */
export type SeedProduct = {
  key: string;
  kind: "hosting" | "email" | "domain" | "system" | "website" | "softlik";
  name: string;
  startsDaysAgo: number;
  endsInDays: number | null;
  state?: "suspended" | "cancelled";
  graceDays?: number;
  /** Days from the day of the seed until its end; null for none. */
  specialContract?: { text: string; endsInDays: number | null };
};

export type SeedFiscal = { rfc: string; legalName: string; taxRegime: string; postalCode: string; cfdiUse: string };

/** New people with an address at one of `domains` belong there. */
export type SeedOrganization = { slug: string; name: string; domains: string[]; fiscal?: SeedFiscal; eventAuthorisers?: "managers"; products: SeedProduct[] };

export type SeedPerson = {
  email: string;
  name: string;
  role: "customer" | "agent" | "admin";
  /** In the organization that has the address's domain. */
  organizationRole?: "manager" | "member";
};

export const organizations: SeedOrganization[] = [
  {
    slug: "acme",
    name: "Acme Herramientas",
    domains: ["acme.example", "tienda-acme.example"],
    fiscal: { rfc: "EKU9003173C9", legalName: "ACME HERRAMIENTAS", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" },
    products: [
      { key: "acme-hosting", kind: "hosting", name: "Hosting de acme.example", startsDaysAgo: 1120, endsInDays: 161 },
      { key: "acme-correo", kind: "email", name: "Correo de acme.example", startsDaysAgo: 1120, endsInDays: 161 },
      { key: "acme-dominio", kind: "domain", name: "acme.example", startsDaysAgo: 1437, endsInDays: 23 },
      { key: "acme-tienda", kind: "website", name: "tienda-acme.example", startsDaysAgo: 540, endsInDays: null },
      { key: "acme-softlik", kind: "softlik", name: "Softlik, 5 usuarios", startsDaysAgo: 690, endsInDays: 40 },
      { key: "acme-inventario", kind: "system", name: "Control de inventario", startsDaysAgo: 1010, endsInDays: -112, specialContract: { text: "Mantenimiento anual del sistema de inventario", endsInDays: 253 } },
    ],
  },
  {
    slug: "globex",
    name: "Globex Logística",
    domains: ["globex.example"],
    eventAuthorisers: "managers",
    fiscal: { rfc: "IIA040805DZ4", legalName: "GLOBEX LOGÍSTICA", taxRegime: "601", postalCode: "64000", cfdiUse: "G03" },
    products: [
      { key: "globex-hosting", kind: "hosting", name: "Hosting de globex.example", startsDaysAgo: 820, endsInDays: 275 },
      { key: "globex-correo", kind: "email", name: "Correo de globex.example", startsDaysAgo: 820, endsInDays: 275 },
      { key: "globex-dominio", kind: "domain", name: "globex.example", startsDaysAgo: 820, endsInDays: 275 },
      { key: "globex-envios", kind: "domain", name: "envios-globex.example", startsDaysAgo: 30, endsInDays: 335 },
      { key: "globex-rastreo", kind: "system", name: "Portal de rastreo de guías", startsDaysAgo: 400, endsInDays: null },
      { key: "globex-campania", kind: "website", name: "promociones-globex.example", startsDaysAgo: 420, endsInDays: -55 },
    ],
  },
  {
    slug: "sonrisa-clara",
    name: "Clínica Dental Sonrisa Clara",
    domains: ["sonrisaclara.example"],
    fiscal: { rfc: "CACX7605101P8", legalName: "LUCÍA HERRERA CASAS", taxRegime: "612", postalCode: "36257", cfdiUse: "G03" },
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
    domains: ["eltintero.example"],
    products: [
      { key: "tintero-hosting", kind: "hosting", name: "Hosting de eltintero.example", startsDaysAgo: 733, endsInDays: 362 },
      { key: "tintero-correo", kind: "email", name: "Correo de eltintero.example", startsDaysAgo: 733, endsInDays: 362 },
      { key: "tintero-dominio", kind: "domain", name: "eltintero.example", startsDaysAgo: 733, endsInDays: -3, graceDays: 30 },
      { key: "tintero-web", kind: "website", name: "Tienda de eltintero.example", startsDaysAgo: 700, endsInDays: null },
      { key: "tintero-softlik", kind: "softlik", name: "Softlik, 2 usuarios", startsDaysAgo: 300, endsInDays: 65 },
    ],
  },
  {
    slug: "robles-asociados",
    name: "Robles y Asociados, Contadores",
    domains: ["robles-asociados.example"],
    fiscal: { rfc: "URE180429TM6", legalName: "ROBLES Y ASOCIADOS CONTADORES", taxRegime: "601", postalCode: "06700", cfdiUse: "G03" },
    products: [
      { key: "robles-hosting", kind: "hosting", name: "Hosting de robles-asociados.example", startsDaysAgo: 1500, endsInDays: 88 },
      { key: "robles-correo", kind: "email", name: "Correo de robles-asociados.example", startsDaysAgo: 1500, endsInDays: 88 },
      { key: "robles-dominio", kind: "domain", name: "robles-asociados.example", startsDaysAgo: 1500, endsInDays: 88 },
      { key: "robles-portal", kind: "system", name: "Portal de clientes del despacho", startsDaysAgo: 520, endsInDays: null },
      { key: "robles-softlik", kind: "softlik", name: "Softlik, 8 usuarios", startsDaysAgo: 900, endsInDays: 195 },
      { key: "robles-boletin", kind: "website", name: "boletin-robles.example", startsDaysAgo: 610, endsInDays: 120, state: "suspended" },
    ],
  },
  {
    slug: "muebles-sabino",
    name: "Muebles Sabino",
    domains: ["mueblessabino.example"],
    products: [
      { key: "sabino-hosting", kind: "hosting", name: "Hosting de mueblessabino.example", startsDaysAgo: 300, endsInDays: 430 },
      { key: "sabino-correo", kind: "email", name: "Correo de mueblessabino.example", startsDaysAgo: 300, endsInDays: 430 },
    ],
  },
];

export const people: SeedPerson[] = [
  { email: "ana@acme.example", name: "Ana Torres", role: "customer", organizationRole: "manager" },
  { email: "andres@acme.example", name: "Andrés Luna", role: "customer", organizationRole: "member" },
  { email: "bruno@globex.example", name: "Bruno Díaz", role: "customer", organizationRole: "manager" },
  { email: "lucia@sonrisaclara.example", name: "Lucía Herrera", role: "customer", organizationRole: "manager" },
  { email: "martin@sonrisaclara.example", name: "Martín Ochoa", role: "customer", organizationRole: "member" },
  { email: "pilar@eltintero.example", name: "Pilar Núñez", role: "customer", organizationRole: "manager" },
  { email: "hugo@eltintero.example", name: "Hugo Reyes", role: "customer", organizationRole: "member" },
  { email: "rosa@robles-asociados.example", name: "Rosa Robles", role: "customer", organizationRole: "manager" },
  { email: "ivan@robles-asociados.example", name: "Iván Castro", role: "customer", organizationRole: "member" },
  { email: "teresa@robles-asociados.example", name: "Teresa Vega", role: "customer", organizationRole: "member" },
  { email: "gerardo@mueblessabino.example", name: "Gerardo Peña", role: "customer", organizationRole: "manager" },
  { email: "silvia@mueblessabino.example", name: "Silvia Lara", role: "customer", organizationRole: "member" },
  { email: "omar@mueblessabino.example", name: "Omar Fuentes", role: "customer", organizationRole: "member" },
  { email: "raul@mueblessabino.example", name: "Raúl Medina", role: "customer", organizationRole: "member" },
  { email: "carla@impera.example", name: "Carla Ríos", role: "agent" },
  { email: "elena@impera.example", name: "Elena Cruz", role: "agent" },
  { email: "diego@impera.example", name: "Diego Mora", role: "admin" },
  // The other administrator, who decides on appeals against what Diego imposed.
  { email: "julia@impera.example", name: "Julia Solís", role: "admin" },
];
