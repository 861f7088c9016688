import { formWords } from "@/components/customers/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { Panel } from "@/components/ui/panel";
import type { OrganizationView } from "@/lib/customers/views";
import { getTranslator } from "@/lib/i18n/translator";
import { addDomainAction, removeDomainAction } from "../../actions";
import { hrefOfCustomer } from "../../_data/addresses";

export function DomainsPanel({ organization: { id, slug, domains }, mayEdit }: { organization: OrganizationView; mayEdit: boolean }) {
  const t = getTranslator("customers");
  return (
    <Panel title={t("domains.title")}>
      <div className="space-y-4">
        <p className="text-sm text-muted">{domains.length === 0 ? t("domains.none") : t("domains.lead")}</p>
        {domains.length > 0 && (
          <ul className="divide-y">
            {domains.map((domain) => (
              <li key={domain} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
                <span className="font-medium break-all">{domain}</span>
                {mayEdit && (
                  <FieldForm
                    action={removeDomainAction}
                    permalink={hrefOfCustomer(slug)}
                    hidden={{ organizationId: id, domain }}
                    fields={[]}
                    button="secondary"
                    buttonLabel={t("domains.removeLong", { domain })}
                    isInline
                    words={formWords({ submit: t("domains.remove"), submitting: t("domains.removing") })}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {mayEdit && (
          <FieldForm
            action={addDomainAction}
            permalink={hrefOfCustomer(slug)}
            idPrefix="domain-"
            hidden={{ organizationId: id }}
            fields={[{ kind: "text", name: "domain", label: t("domains.label"), hint: t("domains.hint") }]}
            fieldOf={{ DOMAIN_UNREADABLE: "domain", DOMAIN_IS_PUBLIC: "domain", DOMAIN_TAKEN: "domain" }}
            button="secondary"
            words={formWords({ submit: t("domains.add"), submitting: t("domains.adding") })}
          />
        )}
      </div>
    </Panel>
  );
}
