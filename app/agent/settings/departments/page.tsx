import type { Metadata } from "next";
import { formWords } from "@/components/customers/form-words";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listDepartmentSettings, type DepartmentSettings } from "@/lib/tickets/department-settings";
import { editDepartmentAction } from "./actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("departments.title") };
}

export default async function DepartmentsPage() {
  const departments = await listDepartmentSettings(contextOf(await requireAdmin()));
  const t = getTranslator("customers");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("departments.title")} lead={t("departments.lead")} />
        <div className="divide-y rounded-lg border bg-surface px-4 sm:px-5">
          {departments.map((department) => (
            <Disclosure
              key={department.id}
              summary={
                <span className="flex flex-wrap items-center gap-2">
                  {department.name}
                  {department.isOpenToAll && <Badge tone="accent">{t("departments.open")}</Badge>}
                  {department.isEssential && <Badge>{t("departments.essential")}</Badge>}
                  {!department.isActive && <Badge>{t("departments.closed")}</Badge>}
                </span>
              }
            >
              <FieldForm
                action={editDepartmentAction}
                permalink="/agent/settings/departments"
                idPrefix={`${department.slug}-`}
                hidden={{ departmentId: department.id }}
                fields={fieldsOf(department)}
                fieldOf={{ DEPARTMENT_NAME_TAKEN: "name", LAST_DEPARTMENT: "isActive" }}
                words={formWords()}
              />
            </Disclosure>
          ))}
        </div>
      </div>
    </div>
  );
}

function fieldsOf({ name, description, position, isActive, isOpenToAll, isEssential }: DepartmentSettings): FieldSpec[] {
  const t = getTranslator("customers");
  const ticked = (is: boolean) => (is ? { value: "on" } : {});
  return [
    { kind: "text", name: "name", label: t("departments.name"), value: name },
    { kind: "textarea", name: "description", label: t("departments.description"), hint: t("departments.descriptionHint"), value: description, isOptional: true },
    { kind: "number", name: "position", label: t("departments.position"), hint: t("departments.positionHint"), value: String(position) },
    { kind: "checkbox", name: "isActive", label: t("departments.isActive"), hint: t("departments.isActiveHint"), ...ticked(isActive) },
    { kind: "checkbox", name: "isOpenToAll", label: t("departments.isOpenToAll"), hint: t("departments.isOpenToAllHint"), ...ticked(isOpenToAll) },
    { kind: "checkbox", name: "isEssential", label: t("departments.isEssential"), hint: t("departments.isEssentialHint"), ...ticked(isEssential) },
  ];
}
