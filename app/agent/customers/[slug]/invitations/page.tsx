import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Invitations } from "@/app/_account/invitations";
import { PageHeader } from "@/components/layout/page-header";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { listOpenInvitations } from "@/lib/accounts/invitations";
import { canChooseRole } from "@/lib/accounts/policy";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findOrganization } from "@/lib/customers/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import type { Query } from "../../../_data/list-address";
import { CustomersFrame } from "../../_components/customers-frame";
import { CUSTOMERS, hrefOfCustomer, hrefOfInvitations } from "../../_data/addresses";
import { inviteAction, resendInvitationAction, withdrawInvitationAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("invite.title") };
}

export default async function InvitationsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const address = hrefOfInvitations(slug);
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={[{ action: inviteAction, names: ["name", "email"] }]} />;
  const ctx = contextOf(await requireStaff());
  const organization = await findOrganization(ctx, { slug });
  if (!organization) notFound();
  const { id: organizationId, name } = organization;
  const invitations = await listOpenInvitations(ctx, { organizationId });
  const { done } = await searchParams;
  const t = getTranslator("accounts");
  return (
    <CustomersFrame>
      <PageHeader
        breadcrumbs={{ label: t("invite.trail"), items: [{ label: getTranslator("customers")("title"), href: CUSTOMERS }, { label: name, href: hrefOfCustomer(slug) }, { label: t("invite.title") }] }}
        title={t("invite.title")}
        lead={t("invite.lead", { organization: name })}
      />
      <Invitations
        invitations={invitations}
        actions={{ invite: inviteAction, resend: resendInvitationAction, withdraw: withdrawInvitationAction }}
        address={address}
        organizationId={organizationId}
        mayChooseRole={canChooseRole(ctx.actor)}
        done={typeof done === "string" ? done : undefined}
        now={ctx.now}
      />
    </CustomersFrame>
  );
}
