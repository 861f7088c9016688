import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { newPassword } from "@/lib/auth/schema";
import { ORGANIZATION_ROLES } from "@/lib/customers/types";
import { readMailAddress } from "@/lib/mail/address";

/** An address that a server could deliver to, in lower case. */
const emailField = typedText({ max: 254 })
  .transform((text) => readMailAddress(text.toLowerCase()))
  .refine((address) => address !== null, "field.email")
  .transform((address) => address ?? "");
/** It stands in mails: no line ends, and no address that a mail program would make a link of. */
const personName = typedText({ max: 120 })
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), "field.unreadable")
  .refine((text) => !/:\/\/|\bwww\./i.test(text), "field.personName");
const token = z.string("field.missing").max(200, "field.unreadable");
const anyPassword = z.string("field.missing").min(1, "field.missing").max(1000, "field.tooLong:1000");

export const askPasswordLinkSchema = z.strictObject({ email: emailField });
export const renewLinkSchema = z.strictObject({ token });

export const signUpSchema = z.strictObject({ name: personName, email: emailField, password: newPassword });
export type SignUpInput = z.output<typeof signUpSchema>;
export const confirmSignUpSchema = z.strictObject({ token, password: anyPassword });

export const SIGN_UP_MODES = ["approval", "domain", "closed"] as const;
export const accountSettingsSchema = z.strictObject({ version: z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0), signUpMode: z.enum(SIGN_UP_MODES, "field.unknownChoice") });
export type AccountSettingsInput = z.output<typeof accountSettingsSchema>;

export const approveSignUpSchema = z.strictObject({
  signUpId: idField(),
  /** The organization by its name, or its slug as people see it in addresses; empty for a person of their own. */
  organization: typedText({ max: 200, min: 0 }),
});
export type ApproveSignUpInput = z.output<typeof approveSignUpSchema>;
export const refuseSignUpSchema = z.strictObject({ signUpId: idField(), reason: typedText({ max: 1000 }) });
export type RefuseSignUpInput = z.output<typeof refuseSignUpSchema>;

export const inviteSchema = z.strictObject({
  organizationId: idField(),
  name: personName,
  email: emailField,
  /** Left out where the form does not ask. */
  role: z.enum(ORGANIZATION_ROLES, "field.unknownChoice").optional(),
});
export type InviteInput = z.output<typeof inviteSchema>;
export const invitationSchema = z.strictObject({ invitationId: idField() });
export type InvitationInput = z.output<typeof invitationSchema>;

export const acceptInvitationSchema = z.strictObject({ token, name: personName, password: newPassword, passwordAgain: anyPassword });
export type AcceptInvitationInput = z.output<typeof acceptInvitationSchema>;
export const joinByInvitationSchema = z.strictObject({ token });

export const changeNameSchema = z.strictObject({ name: personName });
export const changePasswordSchema = z.strictObject({ currentPassword: anyPassword, password: newPassword, passwordAgain: anyPassword });
export type ChangePasswordInput = z.output<typeof changePasswordSchema>;
export const askAddressChangeSchema = z.strictObject({ email: emailField });
export const addressLinkSchema = z.strictObject({ token });
