import { I18nProvider } from "@lingui/react";
import { i18n } from "@lingui/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { makeRouter } from "../app/router";
import { Toasts } from "../shared/ui/Toast";

/** Opens the whole page at an address, as the browser would. */
export function visit(address: string) {
  history.replaceState(null, "", address);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = makeRouter(queries);
  const view = render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { ...view, router, queries };
}

/** Shows one piece, with words. */
export function show(piece: ReactElement) {
  return render(<I18nProvider i18n={i18n}>{piece}</I18nProvider>);
}

export const rita = {
  id: "0190a000-0000-7000-8000-000000000001",
  email: "rita@example.org",
  name: "Rita",
  time_zone: "Europe/Lisbon",
  locale: "en",
  role: "member",
  settings: {},
};
