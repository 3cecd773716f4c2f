/** Dashboards and their views are printed small, so that their tables fit on A4 (app/print.css). */
export default function DashboardLayout({ children }: { children: React.ReactNode }) {
  return <div data-print="dense">{children}</div>;
}
