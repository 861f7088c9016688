import agent from "@/lib/i18n/messages/es-MX/agent.json";
import auth from "@/lib/i18n/messages/es-MX/auth.json";
import errors from "@/lib/i18n/messages/es-MX/errors.json";
import kb from "@/lib/i18n/messages/es-MX/kb.json";
import portal from "@/lib/i18n/messages/es-MX/portal.json";
import publicPages from "@/lib/i18n/messages/es-MX/public.json";
import sla from "@/lib/i18n/messages/es-MX/sla.json";
import synonyms from "@/lib/i18n/messages/es-MX/synonyms.json";
import tickets from "@/lib/i18n/messages/es-MX/tickets.json";
import ui from "@/lib/i18n/messages/es-MX/ui.json";

const spanish = { agent, auth, errors, kb, portal, public: publicPages, sla, synonyms, tickets, ui };

/** Spanish is the catalogue that defines the keys; every other one has the same. */
export type Messages = typeof spanish;

export const catalogues: Record<"es-MX", Messages> = { "es-MX": spanish };
