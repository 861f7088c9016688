import type { QuestionKind } from "@/lib/questions/types";

export type SeedQuestion = {
  /** By which this file and the tickets name it; what addresses call it comes of its label. */
  name: string;
  label: string;
  hint?: string;
  kind: QuestionKind;
  choices?: string[];
  isRequired?: boolean;
  shownWhen?: { name: string; values: string[] };
};

/** What the departments of the demonstration ask. Nobody must answer anything before saying more about it. */
export const questionsByDepartment: Record<string, SeedQuestion[]> = {
  "correo-electronico": [
    { name: "direccion", label: "¿Con qué dirección de correo ocurre?", hint: "La dirección completa, por ejemplo ventas@suempresa.mx.", kind: "text" },
    {
      name: "que-pasa",
      label: "¿Qué pasa con el correo?",
      kind: "choice",
      choices: ["No puedo enviar", "No me llegan correos", "Lo que envío rebota", "No puedo entrar al buzón", "Otra cosa"],
    },
    {
      name: "error",
      label: "¿Qué error exacto aparece?",
      hint: "Cópielo tal cual, con sus números. Por ejemplo: 550 5.7.1 Message rejected.",
      kind: "long_text",
      isRequired: true,
      shownWhen: { name: "que-pasa", values: ["No puedo enviar", "Lo que envío rebota", "No puedo entrar al buzón"] },
    },
    { name: "desde-cuando", label: "¿Desde cuándo ocurre?", kind: "date" },
  ],
  "dominios-y-hosting": [
    { name: "dominio", label: "¿De qué dominio se trata?", hint: "Sin www, por ejemplo suempresa.mx.", kind: "text" },
    { name: "servicio", label: "¿Cuál de sus servicios es?", kind: "product" },
    { name: "que-necesita", label: "¿Qué necesita?", kind: "choice", choices: ["El sitio no abre", "Cambiar DNS", "Certificado SSL", "Recuperar un respaldo", "Otra cosa"] },
    {
      name: "fecha-respaldo",
      label: "¿De qué día quiere el respaldo?",
      kind: "date",
      isRequired: true,
      shownWhen: { name: "que-necesita", values: ["Recuperar un respaldo"] },
    },
  ],
  facturacion: [
    { name: "tramite", label: "¿Qué trámite es?", kind: "choice", choices: ["Pedir una factura", "Corregir una factura", "Avisar de un pago", "Otra cosa"] },
    { name: "folio", label: "¿Cuál es el folio de la factura?", hint: "Está arriba a la derecha, por ejemplo A-1042.", kind: "text", isRequired: true, shownWhen: { name: "tramite", values: ["Corregir una factura"] } },
    { name: "fecha-pago", label: "¿Qué día hizo el pago?", kind: "date", isRequired: true, shownWhen: { name: "tramite", values: ["Avisar de un pago"] } },
  ],
};
