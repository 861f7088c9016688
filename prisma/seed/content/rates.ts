import type { RateUnit } from "@/lib/db/generated/enums";

/** Prices in whole pesos without IVA; of an hour the minutes are its sixty. */
export type SeedRate = { code: string; description: string; unit: RateUnit; minutes: number; publicPrice: number; contractPrice: number };

export const rates: SeedRate[] = [
  { code: "SOP-HORA", description: "Soporte técnico general, por hora", unit: "hour", minutes: 60, publicPrice: 750, contractPrice: 580 },
  { code: "TEL-ASESORIA", description: "Asesoría telefónica preferente, sesión de 30 minutos", unit: "event", minutes: 30, publicPrice: 420, contractPrice: 310 },
  { code: "REM-SESION", description: "Asistencia por escritorio remoto, sesión de una hora", unit: "event", minutes: 60, publicPrice: 890, contractPrice: 690 },
  { code: "COR-CONFIG", description: "Configuración de correo en un equipo o teléfono", unit: "event", minutes: 30, publicPrice: 380, contractPrice: 280 },
  { code: "COR-MIGRA", description: "Migración de un buzón de correo desde otro proveedor", unit: "event", minutes: 90, publicPrice: 1150, contractPrice: 880 },
  { code: "COR-SPAM", description: "Diagnóstico de entrega: SPF, DKIM, DMARC y listas negras", unit: "event", minutes: 120, publicPrice: 1600, contractPrice: 1250 },
  { code: "HOS-MIGRA", description: "Migración de un sitio a nuestro hosting, hasta 10 GB", unit: "event", minutes: 180, publicPrice: 2600, contractPrice: 1950 },
  { code: "HOS-RESPALDO", description: "Restauración de un respaldo del hosting", unit: "event", minutes: 60, publicPrice: 850, contractPrice: 620 },
  { code: "HOS-LIMPIEZA", description: "Limpieza de un sitio comprometido y cierre de la vulnerabilidad", unit: "event", minutes: 300, publicPrice: 4800, contractPrice: 3600 },
  { code: "DOM-TRANSFER", description: "Transferencia de un dominio, con sus registros DNS", unit: "event", minutes: 45, publicPrice: 650, contractPrice: 480 },
  { code: "WEB-CAMBIO", description: "Cambios de contenido en página web, por hora", unit: "hour", minutes: 60, publicPrice: 680, contractPrice: 520 },
  { code: "WEB-TIENDA", description: "Ajustes a tienda en línea, por hora", unit: "hour", minutes: 60, publicPrice: 920, contractPrice: 720 },
  { code: "DES-HORA", description: "Desarrollo y mantenimiento de sistemas a la medida, por hora", unit: "hour", minutes: 60, publicPrice: 1100, contractPrice: 860 },
  { code: "SFT-CAPACITA", description: "Capacitación de Softlik, sesión de dos horas en línea", unit: "event", minutes: 120, publicPrice: 2200, contractPrice: 1700 },
  { code: "SFT-INSTALA", description: "Instalación y activación de Softlik en un equipo", unit: "event", minutes: 60, publicPrice: 780, contractPrice: 590 },
  { code: "FAX-CONFIG", description: "Configuración de fax por correo", unit: "event", minutes: 60, publicPrice: 700, contractPrice: 560 },
];

/** The first version was a tenth cheaper, rounded to ten pesos; the second took a service off after a last day. */
export const FIRST_PUBLISHED_DAYS_AGO = 380;
export const RAISED_DAYS_AGO = 62;
export const RETIRED = { code: "FAX-CONFIG", daysAgo: 30 };
export const NOTES = { first: "Primer tabulador.", raised: "Ajuste anual de precios. Se retira la configuración de fax." };
