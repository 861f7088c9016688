import { FieldForm } from "@/components/forms/field-form";
import { PushHere } from "@/components/notifications/push-here";
import { Panel } from "@/components/ui/panel";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { getPush } from "@/lib/notifications/queries";
import { removePushBrowserAction, removePushBrowsersAction, tryPushBrowserAction } from "./actions";
import { smallFormWords } from "./words";

/** What this browser, and one's others, show by themselves. */
export async function PushBrowsers({ ctx, permalink }: { ctx: Context<PersonActor>; permalink: string }) {
  const { browserCount, publicKey } = await getPush(ctx);
  const t = getTranslator("notifications");
  return (
    <Panel title={t("push.panel")}>
      <p className="mb-4 max-w-prose text-sm text-muted">{ctx.actor.kind === "customer" ? t("push.lead") : t("push.leadStaff")}</p>
      <noscript>
        <p className="text-sm">{t("push.noScript")}</p>
      </noscript>
      <PushHere
        publicKey={publicKey}
        remove={removePushBrowserAction}
        trial={tryPushBrowserAction}
        words={{
          checking: t("push.checking"),
          unsupported: t("push.unsupported"),
          denied: t("push.denied"),
          on: t("push.on"),
          off: t("push.off"),
          turnOn: t("push.turnOn"),
          turningOn: t("push.turningOn"),
          turnOff: t("push.turnOff"),
          turningOff: t("push.turningOff"),
          try: t("push.try"),
          trying: t("push.trying"),
          tried: t("push.tried"),
          failed: t("push.failed"),
          refused: t("push.refused"),
          offline: t("push.offline"),
        }}
      />
      {browserCount > 0 && (
        <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t pt-4 text-sm">
          <p>{t("push.all", { count: browserCount })}</p>
          <FieldForm action={removePushBrowsersAction} permalink={permalink} idPrefix="push-all-" fields={[]} button="secondary" isInline words={smallFormWords(t("push.allOff"), t("push.turningOff"), t("push.allOffDone"))} />
        </div>
      )}
    </Panel>
  );
}
