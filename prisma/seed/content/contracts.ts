import type { AuthoriserRule, ContractEndRule } from "@/lib/db/generated/enums";

/** Days count back from the day of the seed; hours are whole or halves. `work` is what was consumed, `held` what is promised still. */
export type SeedContract = {
  key: string;
  organization: string;
  name: string;
  hours: number;
  price: number;
  startedDaysAgo: number;
  /** Negative: it has ended. */
  endsInDays: number;
  rounding: number;
  atEnd: ContractEndRule;
  overageHours: number;
  authorisers: AuthoriserRule;
  named?: string[];
  work: { daysAgo: number; minutes: number; why: string; by: string }[];
  more?: { daysAgo: number; hours: number; price: number }[];
  adjusted?: { daysAgo: number; minutes: number; why: string };
};

const CARLA = "carla@impera.example";
const ELENA = "elena@impera.example";

/** A pace of work: one entry each so many days, of lengths that take turns. */
function pace({ from, to, every, minutes, whys, by }: { from: number; to: number; every: number; minutes: number[]; whys: string[]; by: string[] }): SeedContract["work"] {
  const count = Math.floor((from - to) / every) + 1;
  return Array.from({ length: count }, (_, at) => ({ daysAgo: from - at * every, minutes: minutes[at % minutes.length]!, why: whys[at % whys.length]!, by: by[at % by.length]! }));
}

const USUAL = ["Revisión de entrega de correo", "Cambios en la página web", "Configuración de equipos nuevos", "Sesión de escritorio remoto", "Respaldo y actualización del sitio"];

/** One in each state: in use, fresh, most of it used, used up, ending soon, ended with its rest, carried over, beyond what was bought. */
export const contracts: SeedContract[] = [
  {
    key: "acme-soporte", organization: "acme", name: "Póliza anual de soporte", hours: 40, price: 22_400, startedDaysAgo: 240, endsInDays: 125, rounding: 15, atEnd: "carry_over", overageHours: 0, authorisers: "managers",
    work: pace({ from: 228, to: 4, every: 9, minutes: [45, 60, 30, 90, 75], whys: USUAL, by: [CARLA, ELENA, CARLA] }),
    more: [{ daysAgo: 60, hours: 5, price: 2900 }],
    adjusted: { daysAgo: 33, minutes: 60, why: "Bonificación por la interrupción del servicio de correo" },
  },
  {
    key: "acme-desarrollo", organization: "acme", name: "Póliza de desarrollo", hours: 20, price: 17_200, startedDaysAgo: 12, endsInDays: 353, rounding: 30, atEnd: "expire", overageHours: 0, authorisers: "anyone",
    work: [],
  },
  {
    key: "globex-soporte", organization: "globex", name: "Póliza de soporte y desarrollo", hours: 24, price: 15_600, startedDaysAgo: 150, endsInDays: 214, rounding: 15, atEnd: "expire", overageHours: 0, authorisers: "managers",
    work: pace({ from: 146, to: 2, every: 8, minutes: [60, 45, 90, 60, 75], whys: USUAL, by: [ELENA, CARLA] }),
  },
  {
    key: "sonrisa-soporte", organization: "sonrisa-clara", name: "Póliza de 10 horas", hours: 10, price: 6200, startedDaysAgo: 120, endsInDays: 60, rounding: 30, atEnd: "expire", overageHours: 0, authorisers: "anyone",
    work: pace({ from: 110, to: 11, every: 11, minutes: [60], whys: USUAL, by: [CARLA] }),
  },
  {
    key: "tintero-soporte", organization: "el-tintero", name: "Póliza de la tienda en línea", hours: 12, price: 8640, startedDaysAgo: 347, endsInDays: 18, rounding: 15, atEnd: "expire", overageHours: 0, authorisers: "named", named: ["hugo@eltintero.example"],
    work: pace({ from: 320, to: 40, every: 40, minutes: [30, 45, 60], whys: USUAL, by: [ELENA] }),
  },
  {
    key: "robles-2025", organization: "robles-asociados", name: "Póliza del portal, primera", hours: 20, price: 12_400, startedDaysAgo: 770, endsInDays: -405, rounding: 15, atEnd: "expire", overageHours: 0, authorisers: "managers",
    work: pace({ from: 750, to: 430, every: 32, minutes: [90, 60], whys: USUAL, by: [CARLA, ELENA] }),
  },
  {
    key: "robles-2026", organization: "robles-asociados", name: "Póliza del portal, segunda", hours: 20, price: 13_000, startedDaysAgo: 404, endsInDays: -40, rounding: 15, atEnd: "carry_over", overageHours: 0, authorisers: "managers",
    work: pace({ from: 390, to: 45, every: 25, minutes: [60, 75], whys: USUAL, by: [CARLA, ELENA] }),
  },
  {
    key: "robles-2027", organization: "robles-asociados", name: "Póliza del portal, tercera", hours: 20, price: 13_600, startedDaysAgo: 32, endsInDays: 332, rounding: 15, atEnd: "carry_over", overageHours: 0, authorisers: "managers",
    work: pace({ from: 28, to: 3, every: 5, minutes: [60, 45], whys: USUAL, by: [CARLA, ELENA] }),
  },
  {
    key: "globex-rastreo", organization: "globex", name: "Póliza del portal de rastreo", hours: 15, price: 12_900, startedDaysAgo: 95, endsInDays: 270, rounding: 15, atEnd: "expire", overageHours: 5, authorisers: "managers",
    work: pace({ from: 90, to: 1, every: 6, minutes: [75, 60, 60, 75], whys: ["Ajustes al portal de rastreo", "Corrección de guías duplicadas"], by: [ELENA] }),
  },
];

export const REASONS = { first: "Compra inicial", more: "Compra de más horas" };
