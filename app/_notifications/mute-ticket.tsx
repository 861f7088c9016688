import { FieldForm } from "@/components/forms/field-form";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { isTicketMuted } from "@/lib/notifications/queries";
import { muteAction } from "./actions";
import { smallFormWords } from "./words";

/** "Dejar de recibir avisos de esta solicitud", or again. @param address of the ticket's page */
export async function MuteTicket({ ctx, ticketId, address }: { ctx: Context<PersonActor>; ticketId: string; address: string }) {
  const isMuted = await isTicketMuted(ctx, ticketId);
  const t = getTranslator("notifications");
  const isStaff = ctx.actor.kind === "staff";
  const mute = isStaff ? t("mute.muteStaff") : t("mute.mute");
  const unmute = isStaff ? t("mute.unmuteStaff") : t("mute.unmute");
  return (
    <div className="space-y-2 text-sm">
      {isMuted && <p className="text-muted">{isStaff ? t("mute.isMutedStaff") : t("mute.isMuted")}</p>}
      <FieldForm action={muteAction} permalink={address} idPrefix="mute-" hidden={{ ticketId, isMuted: String(!isMuted) }} fields={[]} button="quiet" isInline words={smallFormWords(isMuted ? unmute : mute, t("mute.saving"))} />
    </div>
  );
}
