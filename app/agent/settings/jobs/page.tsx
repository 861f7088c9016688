import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { countJobs, listFailedJobs, type FailedJob } from "@/lib/jobs/failed-jobs";
import { areJobsApart } from "@/lib/jobs/policy";
import { smallWords } from "../rules/_data/rule-fields";
import { retryAction } from "./actions";

const JOBS = "/agent/settings/jobs";

export function generateMetadata(): Metadata {
  return { title: getTranslator("automation")("jobs.title") };
}

/** What failed behind the pages after all of its tries, with a button for one more. */
export default async function JobsPage() {
  const ctx = contextOf(await requireAdmin());
  const [jobs, counts] = await Promise.all([listFailedJobs(ctx), countJobs(ctx)]);
  const t = getTranslator("automation");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-5xl space-y-5">
        <PageHeader title={t("jobs.title")} lead={t("jobs.lead")} />
        <p className="text-sm text-muted">
          {t("jobs.counts", counts)}
          {areJobsApart() && ` ${t("jobs.apart")}`}
        </p>
        {jobs.length === 0 ? (
          <EmptyState icon={<CircleCheck aria-hidden="true" />} title={t("jobs.empty")}>
            {t("jobs.emptyLead")}
          </EmptyState>
        ) : (
          <Failed jobs={jobs} now={ctx.now} />
        )}
      </div>
    </div>
  );
}

function Failed({ jobs, now }: { jobs: FailedJob[]; now: Temporal.Instant }) {
  const t = getTranslator("automation");
  return (
    <div className="rounded-lg border bg-surface">
      <Table label={t("jobs.label")} isDense>
        <thead>
          <tr>
            <Th>{t("jobs.name")}</Th>
            <Th>{t("jobs.error")}</Th>
            <Th>{t("jobs.tries")}</Th>
            <Th>{t("jobs.at")}</Th>
            <Th>{t("jobs.do")}</Th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <Th scope="row" className="font-mono text-xs">
                {job.name}
              </Th>
              <Td className="min-w-56 wrap-anywhere">{job.error || t("jobs.noError")}</Td>
              <Td>{job.tries}</Td>
              <Td>
                <Moment at={job.failedAt} now={now} />
              </Td>
              <Td>
                <FieldForm action={retryAction} permalink={JOBS} idPrefix={`${job.id}-`} hidden={{ jobId: job.id }} fields={[]} button="secondary" buttonLabel={t("jobs.retryLong", { name: job.name })} isInline words={smallWords(t("jobs.retry"), t("jobs.retrying"), t("jobs.failed"))} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
