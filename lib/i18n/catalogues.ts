import accounts from "@/lib/i18n/messages/es-MX/accounts.json";
import agent from "@/lib/i18n/messages/es-MX/agent.json";
import appointments from "@/lib/i18n/messages/es-MX/appointments.json";
import attachments from "@/lib/i18n/messages/es-MX/attachments.json";
import auth from "@/lib/i18n/messages/es-MX/auth.json";
import automation from "@/lib/i18n/messages/es-MX/automation.json";
import billing from "@/lib/i18n/messages/es-MX/billing.json";
import charges from "@/lib/i18n/messages/es-MX/charges.json";
import chat from "@/lib/i18n/messages/es-MX/chat.json";
import conduct from "@/lib/i18n/messages/es-MX/conduct.json";
import customers from "@/lib/i18n/messages/es-MX/customers.json";
import editor from "@/lib/i18n/messages/es-MX/editor.json";
import errors from "@/lib/i18n/messages/es-MX/errors.json";
import faqDesk from "@/lib/i18n/messages/es-MX/faq-desk.json";
import inbound from "@/lib/i18n/messages/es-MX/inbound.json";
import kbCategories from "@/lib/i18n/messages/es-MX/kb-categories.json";
import kbDesk from "@/lib/i18n/messages/es-MX/kb-desk.json";
import kbExchange from "@/lib/i18n/messages/es-MX/kb-exchange.json";
import kb from "@/lib/i18n/messages/es-MX/kb.json";
import mail from "@/lib/i18n/messages/es-MX/mail.json";
import notices from "@/lib/i18n/messages/es-MX/notices.json";
import notifications from "@/lib/i18n/messages/es-MX/notifications.json";
import offChannel from "@/lib/i18n/messages/es-MX/off-channel.json";
import policies from "@/lib/i18n/messages/es-MX/policies.json";
import portal from "@/lib/i18n/messages/es-MX/portal.json";
import publicPages from "@/lib/i18n/messages/es-MX/public.json";
import questions from "@/lib/i18n/messages/es-MX/questions.json";
import quotes from "@/lib/i18n/messages/es-MX/quotes.json";
import rates from "@/lib/i18n/messages/es-MX/rates.json";
import receipt from "@/lib/i18n/messages/es-MX/receipt.json";
import satisfaction from "@/lib/i18n/messages/es-MX/satisfaction.json";
import screenshot from "@/lib/i18n/messages/es-MX/screenshot.json";
import secrets from "@/lib/i18n/messages/es-MX/secrets.json";
import security from "@/lib/i18n/messages/es-MX/security.json";
import sla from "@/lib/i18n/messages/es-MX/sla.json";
import synonyms from "@/lib/i18n/messages/es-MX/synonyms.json";
import tickets from "@/lib/i18n/messages/es-MX/tickets.json";
import ui from "@/lib/i18n/messages/es-MX/ui.json";
import uploads from "@/lib/i18n/messages/es-MX/uploads.json";
import work from "@/lib/i18n/messages/es-MX/work.json";

const spanish = { accounts, agent, appointments, attachments, auth, automation, billing, charges, chat, conduct, customers, editor, errors, faqDesk, inbound, kb, kbCategories, kbDesk, kbExchange, mail, notices, notifications, offChannel, policies, portal, public: publicPages, questions, quotes, rates, receipt, satisfaction, screenshot, secrets, security, sla, synonyms, tickets, ui, uploads, work };

/** Spanish is the catalogue that defines the keys; every other one has the same. */
export type Messages = typeof spanish;

export const catalogues: Record<"es-MX", Messages> = { "es-MX": spanish };
