import { z } from "zod";
import type { AccountLinkPurpose } from "@/lib/db/generated/enums";
import { SECURITY_TEMPLATES } from "@/lib/mail/security-matters";

/** The mails about accounts: what each is called, what may stand in its text, and where its link leads. */
export const ACCOUNT_TEMPLATES = ["password", "passwordchanged", "signup", "signupexists", "signupapproved", "signupprovider", "signuprefused", "invitation", "invitationexists", "addressold", "addressnew", "addresstaken", "addresschanged"] as const;
export type AccountTemplate = (typeof ACCOUNT_TEMPLATES)[number];

/** What a text may name beside who reads it and the link. */
export const ACCOUNT_VARIABLES: Record<AccountTemplate, readonly ("organizacion" | "proveedor" | "motivo" | "invita" | "correo")[]> = {
  password: [],
  passwordchanged: [],
  signup: [],
  signupexists: [],
  signupapproved: ["organizacion"],
  signupprovider: ["organizacion", "proveedor"],
  signuprefused: ["motivo"],
  invitation: ["organizacion", "invita"],
  invitationexists: ["organizacion", "invita"],
  addressold: ["correo"],
  addressnew: ["correo"],
  addresstaken: ["correo"],
  addresschanged: ["correo"],
};

/** Where the link of a mail leads that carries none of one use. */
const PLAIN_PATHS: Partial<Record<AccountMailDetails["template"], string>> = { passwordchanged: "/forgot-password", signupexists: "/forgot-password", signupapproved: "/sign-in", signupprovider: "/sign-in", invitationexists: "/sign-in", addresstaken: "/sign-in" };

const LINK_PATHS: Record<AccountLinkPurpose, string> = { password: "/set-password", sign_up: "/sign-up", invitation: "/invitations", address_old: "/change-address", address_new: "/change-address" };

export function pathOfLink(purpose: AccountLinkPurpose, token: string): string {
  return `${LINK_PATHS[purpose]}/${token}`;
}

export function plainPathOf(template: AccountMailDetails["template"]): string {
  return PLAIN_PATHS[template] ?? "/";
}

/** What stands beside a mail about an account until it is made: which text, which link, and no secret. `path`: where it leads without one, of a mail about somebody's ways in (lib/mail/security-mail). */
export const accountMailSchema = z.strictObject({ template: z.enum([...ACCOUNT_TEMPLATES, ...SECURITY_TEMPLATES]), linkId: z.uuid().nullable(), path: z.string().nullable().default(null), facts: z.record(z.string(), z.string()) });
export type AccountMailDetails = z.output<typeof accountMailSchema>;
