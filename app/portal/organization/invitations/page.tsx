import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Invitations, InviteForm } from "@/app/_account/invitations";
import { PageHeader } from "@/components/layout/page-header";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { listOpenInvitations } from "@/lib/accounts/invitations";
import { canInvite } from "@/lib/accounts/policy";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findOwnOrganization } from "@/lib/customers/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { inviteAction, resendInvitationAction, withdrawInvitationAction } from "./actions";

const ADDRESS = "/portal/organization/invitations";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("invite.title") };
}

/** A manager's: to others of the organization there is no such page. */
export default async function OwnInvitationsPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  // What was typed without a script before the session ended is shown again, and nothing else.
  if ((await isFormPost()) && !(await findPerson())) return <InviteForm action={inviteAction} address={ADDRESS} carried={["organizationId"]} mayChooseRole={false} />;
  const ctx = contextOf(await requireCustomer());
  const organization = await findOwnOrganization(ctx);
  if (!organization || !canInvite(ctx.actor, { organizationId: organization.id })) notFound();
  const { id: organizationId, name } = organization;
  const invitations = await listOpenInvitations(ctx, { organizationId });
  const { done } = await searchParams;
  const t = getTranslator("accounts");
  return (
    <div className="mx-auto max-w-narrow space-y-6">
      <PageHeader breadcrumbs={{ label: t("invite.trail"), items: [{ label: name, href: "/portal/organization" }, { label: t("invite.title") }] }} title={t("invite.title")} lead={t("invite.lead", { organization: name })} />
      <Invitations
        invitations={invitations}
        actions={{ invite: inviteAction, resend: resendInvitationAction, withdraw: withdrawInvitationAction }}
        address={ADDRESS}
        organizationId={organizationId}
        mayChooseRole={false}
        done={typeof done === "string" ? done : undefined}
        now={ctx.now}
      />
    </div>
  );
}
