import type { StaffActor } from "@/lib/auth/actor";
import { getTranslator } from "@/lib/i18n/translator";
import { canMove, isLive } from "@/lib/tickets/transitions";
import { STATUS_MOVES } from "@/lib/tickets/schema";
import { TICKET_PRIORITIES, type StaffTicketView } from "@/lib/tickets/types";
import { assignAction, departmentAction, priorityAction, statusAction } from "../actions";
import { workWords } from "../_data/words";
import { PropertyForm } from "./property-form";
import { StatusMoves } from "./status-moves";
import { TakeForm } from "./take-form";
import { TicketSnooze } from "./ticket-snooze";

type Named = { id: string; name: string };

/** Who has it, how urgent, where it belongs, and what state it is in. */
export function TicketWork({ ticket, actor, assignees, departments, now }: { ticket: StaffTicketView; actor: StaffActor; assignees: Named[]; departments: Named[]; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  const tickets = getTranslator("tickets");
  const words = workWords();
  const isOpen = ticket.status !== "closed";
  const common = { ticketId: ticket.id, isOpen, words };
  return (
    <section aria-labelledby="work-title" className="space-y-4">
      <h2 id="work-title" className="text-base font-semibold">
        {t("work.title")}
      </h2>
      <StatusPart ticket={ticket} />
      <div className="space-y-2">
        <PropertyForm
          {...common}
          action={assignAction}
          name="assigneeId"
          label={t("work.assignee")}
          value={ticket.assignee?.id ?? ""}
          options={[{ value: "", label: t("work.nobody") }, ...optionsWith(assignees, ticket.assignee)]}
          saved={t("work.assigned")}
        />
        {isOpen && (
          <TakeForm
            action={assignAction}
            ticketId={ticket.id}
            ownId={actor.userId}
            isOwn={ticket.assignee?.id === actor.userId}
            label={t("work.take")}
            ownLabel={t("work.isMine")}
            taken={t("work.taken")}
            words={words}
          />
        )}
      </div>
      <PropertyForm
        {...common}
        action={priorityAction}
        name="priority"
        label={t("work.priority")}
        value={ticket.priority}
        options={TICKET_PRIORITIES.map((value) => ({ value, label: tickets(`priority.${value}`) }))}
        saved={t("work.prioritySaved")}
      />
      <PropertyForm
        {...common}
        action={departmentAction}
        name="departmentId"
        label={t("work.department")}
        value={ticket.department.id}
        options={optionsWith(departments, ticket.department)}
        saved={t("work.departmentSaved")}
      />
      <TicketSnooze ticket={ticket} now={now} />
    </section>
  );
}

function StatusPart({ ticket }: { ticket: StaffTicketView }) {
  const t = getTranslator("agent");
  const moves = movesOf(ticket);
  const status = getTranslator("tickets")(`status.${ticket.status}`);
  return (
    <div className="space-y-2 text-sm">
      <p id="work-status">
        <span className="font-semibold">{t("work.status")}</span> <span className="text-muted">{status}</span>
      </p>
      {(moves.length > 0 || ticket.can.close) && (
        <StatusMoves
          action={statusAction}
          ticketId={ticket.id}
          status={ticket.status}
          moves={moves.map((move) => ({ move, label: t(`work.moves.${move}`) }))}
          close={ticket.can.close ? { label: t("work.moves.close"), summary: t("work.closeSummary"), hint: t("work.closeHint") } : null}
          saved={t("work.statusSaved")}
          words={workWords()}
        />
      )}
    </div>
  );
}

/** To take up is to go on after a wait; a new ticket is taken up by answering or by taking it. */
function movesOf({ status, can }: StaffTicketView) {
  const isAllowed = {
    take_up: status !== "new" && isLive(status) && canMove(status, "take_up"),
    await_requester: can.awaitRequester,
    put_on_hold: can.hold,
    solve: can.solve,
    reopen: can.reopen,
    close: false, // apart, with what it means
  };
  return STATUS_MOVES.filter((move) => isAllowed[move]);
}

/** Whoever has the ticket is among the choices even if they may no longer be chosen. */
function optionsWith(choices: Named[], current: Named | null) {
  const isListed = current === null || choices.some((choice) => choice.id === current.id);
  return [...choices, ...(isListed ? [] : [current])].map(({ id, name }) => ({ value: id, label: name }));
}
