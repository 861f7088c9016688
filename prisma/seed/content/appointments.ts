import type { AppointmentKind, AppointmentState } from "@/lib/appointments/types";

export type SeedAppointment = {
  requester: string;
  agent: string;
  department: string;
  subject: string;
  body: string;
  /** A service by event of the rate card. */
  rate: string;
  kind: AppointmentKind;
  phone: string | null;
  /** When it was booked; what is ahead was booked just now. */
  bookedBusinessMinutesAgo: number;
  /** What has become of it by now. */
  state: AppointmentState;
};

/** One in each state, each under an authorisation of its own. */
export const appointments: SeedAppointment[] = [
  {
    requester: "ana@acme.example", agent: "carla@impera.example", department: "correo-electronico", rate: "REM-SESION", kind: "remote", phone: null, state: "finished", bookedBusinessMinutesAgo: 2700,
    subject: "Configurar firmas y carpetas compartidas en la recepción",
    body: "En recepción estrenamos computadora y queremos que quede igual que la anterior: firma con logotipo y las carpetas compartidas de pedidos. Preferimos que lo hagan con nosotros por escritorio remoto.",
  },
  {
    requester: "bruno@globex.example", agent: "carla@impera.example", department: "soporte-tecnico", rate: "REM-SESION", kind: "remote", phone: null, state: "confirmed", bookedBusinessMinutesAgo: 90,
    subject: "Revisar con nosotros la impresora de guías que no toma el formato",
    body: "La impresora térmica imprime las guías recortadas desde que cambiamos de equipo. Necesitamos que lo vean en pantalla con la persona de almacén.",
  },
  {
    requester: "lucia@sonrisaclara.example", agent: "elena@impera.example", department: "soporte-tecnico", rate: "TEL-ASESORIA", kind: "phone", phone: null, state: "proposed", bookedBusinessMinutesAgo: 60,
    subject: "Asesoría para ordenar los accesos de las recepcionistas",
    body: "Tenemos tres recepcionistas en turnos distintos y todas entran con la misma cuenta. Queremos una llamada para saber qué nos conviene.",
  },
  {
    requester: "pilar@eltintero.example", agent: "carla@impera.example", department: "softlik", rate: "SFT-INSTALA", kind: "remote", phone: null, state: "under_way", bookedBusinessMinutesAgo: 1300,
    subject: "Instalar Softlik en la caja de la sucursal nueva",
    body: "Abrimos sucursal y falta instalar y activar Softlik en la caja. La encargada estará frente al equipo.",
  },
  {
    requester: "rosa@robles-asociados.example", agent: "carla@impera.example", department: "soporte-tecnico", rate: "REM-SESION", kind: "phone", phone: "+525512345678", state: "missed", bookedBusinessMinutesAgo: 2200,
    subject: "Orientación para cambiar la contraseña maestra del despacho",
    body: "Queremos cambiar la contraseña maestra sin dejar a nadie fuera y que nos guíen por teléfono paso a paso.",
  },
  {
    requester: "ana@acme.example", agent: "elena@impera.example", department: "desarrollo", rate: "TEL-ASESORIA", kind: "phone", phone: "+525598765432", state: "cancelled", bookedBusinessMinutesAgo: 1700,
    subject: "Llamada para decidir si ampliamos el control de inventario",
    body: "Antes de pedir cotización queremos platicar qué tan complicado sería agregar códigos de barras al control de inventario.",
  },
];

/** For those whose organization has given none yet. Numbers of the SAT's own list for tests. */
export const TEST_FISCAL = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" } as const;

export const TERMS = "Transferencia o depósito dentro de los 15 días siguientes a la factura.";
export const CANCELLED_BECAUSE = "Lo veremos con la dirección antes.";
export const WORKED = "Se configuró el equipo con la persona de recepción y se comprobó el envío.";
