import type { Theme } from "@/lib/tickets/topic-words";

/**
 * The words by which a department, as its name and description put it, is known to look after a theme; the beginnings of words, folded.
 * Departments are the administrator's: one that uses none of these words is suggested for nothing.
 */
export const THEME_WORDS: Record<Theme | "change", readonly string[]> = {
  mail: ["correo", "mail", "buzon", "mensajeria"],
  billing: ["factur", "cfdi", "fiscal", "pago", "cobranza", "billing", "poliza"],
  deal: ["dominio", "domain"],
  dns: ["dns", "dominio", "domain"],
  certificate: ["ssl", "certificad", "hosting"],
  site: ["sitio", "wordpress", "lento", "soporte"],
  hosting: ["hosting", "servidor", "cpanel", "respaldo"],
  ftp: ["hosting", "servidor", "cpanel"],
  softlik: ["softlik"],
  system: ["sistema", "desarrollo", "medida"],
  change: ["desarrollo", "cambio", "pagina"],
};

/** The kinds of service that a theme is about, the nearest first. */
export const THEME_KINDS: Record<Theme, readonly string[]> = {
  mail: ["email"],
  billing: [],
  deal: ["domain"],
  dns: ["domain"],
  certificate: ["website", "hosting"],
  site: ["website", "hosting"],
  hosting: ["hosting"],
  ftp: ["hosting"],
  softlik: ["softlik"],
  system: ["system"],
};
