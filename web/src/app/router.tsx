import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import type { QueryClient } from "@tanstack/react-query";
import { meQuery, wasSignedIn } from "../api/session";
import { asked as askedOfChat } from "../features/chat/asked";
import { LandingPage } from "../features/account/LandingPage";
import { wanted } from "../features/history/wanted";
import { asked } from "../features/memory/asked";
import { Failed, NotHere, Waiting } from "./fallbacks";
import { queryClient } from "./query-client";

type Context = { queries: QueryClient };
type Destination = { next?: string };

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotHere });

/** A page of ours only: an address that leads elsewhere is dropped, by name, as the router keeps what isn't named. */
function destination(search: Record<string, unknown>): Destination {
  const next = search["next"];
  return { next: typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : undefined };
}

const landing = createRoute({
  getParentRoute: () => root,
  path: "/",
  // A guess from this browser's memory, so that the first screen waits for nothing.
  beforeLoad: () => {
    if (wasSignedIn()) throw redirect({ to: "/now" });
  },
  component: LandingPage,
});

async function onlySignedOut({ context, search }: { context: Context; search: Destination }) {
  const me = wasSignedIn() ? await context.queries.ensureQueryData(meQuery) : null;
  if (me) throw redirect({ href: search.next ?? "/now" });
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: destination,
  beforeLoad: onlySignedOut,
  component: lazyRouteComponent(() => import("./routes/SignInRoute"), "SignInRoute"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  validateSearch: destination,
  beforeLoad: onlySignedOut,
  component: lazyRouteComponent(() => import("../features/account/RegisterPage"), "RegisterPage"),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  component: lazyRouteComponent(() => import("../features/account/ForgotPage"), "ForgotPage"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset",
  component: lazyRouteComponent(() => import("../features/account/ResetPage"), "ResetPage"),
});

const back = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/with",
  component: lazyRouteComponent(() => import("./routes/ReturnRoute"), "ReturnRoute"),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: "/verify",
  component: lazyRouteComponent(() => import("../features/account/VerifyPage"), "VerifyPage"),
});

const resend = createRoute({
  getParentRoute: () => root,
  path: "/resend",
  component: lazyRouteComponent(() => import("../features/account/ResendPage"), "ResendPage"),
});

const confirmAddress = createRoute({
  getParentRoute: () => root,
  path: "/confirm-address",
  component: lazyRouteComponent(() => import("../features/account/ConfirmAddressPage"), "ConfirmAddressPage"),
});

const notMe = createRoute({
  getParentRoute: () => root,
  path: "/not-me",
  component: lazyRouteComponent(() => import("../features/account/NotMePage"), "NotMePage"),
});

const stay = createRoute({
  getParentRoute: () => root,
  path: "/stay",
  component: lazyRouteComponent(() => import("../features/account/StayPage"), "StayPage"),
});

const join = createRoute({ getParentRoute: () => root, path: "/join", component: lazyRouteComponent(() => import("../features/spaces/JoinPage"), "JoinPage") });

const left = createRoute({
  getParentRoute: () => root,
  path: "/left",
  validateSearch: ({ until }: Record<string, unknown>): { until?: string } =>
    typeof until === "string" && !Number.isNaN(Date.parse(until)) ? { until } : {},
  component: lazyRouteComponent(() => import("../features/account/LeftPage"), "LeftPage"),
});

const terms = createRoute({
  getParentRoute: () => root,
  path: "/terms",
  component: lazyRouteComponent(() => import("../features/account/TermsPage"), "TermsPage"),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: "/gallery",
  component: lazyRouteComponent(() => import("../features/gallery/GalleryPage"), "GalleryPage"),
});

/** Everything behind the sign-in, inside the frame. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: "/sign-in", search: location.href === "/now" ? {} : { next: location.href } });
  },
  component: lazyRouteComponent(() => import("./Shell"), "Shell"),
});

const now = createRoute({
  getParentRoute: () => inside,
  path: "/now",
  component: lazyRouteComponent(() => import("./routes/NowRoute"), "NowRoute"),
});

const today = createRoute({
  getParentRoute: () => inside,
  path: "/today",
  component: lazyRouteComponent(() => import("./routes/TodayRoute"), "TodayRoute"),
});

const chat = createRoute({
  getParentRoute: () => inside,
  path: "/chat",
  validateSearch: askedOfChat,
  component: lazyRouteComponent(() => import("./routes/ChatRoute"), "ChatRoute"),
});

const conversations = createRoute({
  getParentRoute: () => inside,
  path: "/conversations",
  component: lazyRouteComponent(() => import("../features/chat/ConversationsPage"), "ConversationsPage"),
});

const focus = createRoute({
  getParentRoute: () => inside,
  path: "/focus",
  component: lazyRouteComponent(() => import("../features/focus/FocusPage"), "FocusPage"),
});

const memory = createRoute({
  getParentRoute: () => inside,
  path: "/memory",
  validateSearch: asked,
  component: lazyRouteComponent(() => import("../features/memory/MemoryPage"), "MemoryPage"),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: "/memory/profile",
  component: lazyRouteComponent(() => import("../features/profile/ProfilePage"), "ProfilePage"),
});

const why = createRoute({
  getParentRoute: () => inside,
  path: "/memory/$memoryId",
  component: lazyRouteComponent(() => import("../features/memory/WhyPage"), "WhyPage"),
});

const reminder = createRoute({
  getParentRoute: () => inside,
  path: "/reminders/$reminderId",
  component: lazyRouteComponent(() => import("../features/reminders/ReminderPage"), "ReminderPage"),
});

const inbox = createRoute({ getParentRoute: () => inside, path: "/inbox", component: lazyRouteComponent(() => import("../features/inbox/InboxPage"), "InboxPage") });

const mood = createRoute({ getParentRoute: () => inside, path: "/mood", component: lazyRouteComponent(() => import("../features/mood/MoodPage"), "MoodPage") });

const reviews = createRoute({
  getParentRoute: () => inside,
  path: "/reviews",
  component: lazyRouteComponent(() => import("../features/reviews/ReviewsPage"), "ReviewsPage"),
});

const review = createRoute({
  getParentRoute: () => inside,
  path: "/reviews/$reviewId",
  component: lazyRouteComponent(() => import("../features/reviews/ReviewPage"), "ReviewPage"),
});

const routines = createRoute({
  getParentRoute: () => inside,
  path: "/routines",
  component: lazyRouteComponent(() => import("../features/routines/RoutinesPage"), "RoutinesPage"),
});

const routine = createRoute({
  getParentRoute: () => inside,
  path: "/routines/$routineId",
  component: lazyRouteComponent(() => import("../features/routines/RunPage"), "RunPage"),
});

const plans = createRoute({ getParentRoute: () => inside, path: "/plans", component: lazyRouteComponent(() => import("../features/plans/PlansPage"), "PlansPage") });

const automations = createRoute({
  getParentRoute: () => inside,
  path: "/automations",
  component: lazyRouteComponent(() => import("../features/automations/AutomationsPage"), "AutomationsPage"),
});

const automation = createRoute({
  getParentRoute: () => inside,
  path: "/automations/$automationId",
  component: lazyRouteComponent(() => import("./routes/AutomationRoute"), "AutomationRoute"),
});

const you = createRoute({
  getParentRoute: () => inside,
  path: "/you",
  component: lazyRouteComponent(() => import("../features/account/YouPage"), "YouPage"),
});

const reminders = createRoute({
  getParentRoute: () => inside,
  path: "/reminders",
  component: lazyRouteComponent(() => import("../features/reminders/RemindersPage"), "RemindersPage"),
});

const reaching = createRoute({
  getParentRoute: () => inside,
  path: "/you/reminders",
  component: lazyRouteComponent(() => import("../features/reaching/ReachingPage"), "ReachingPage"),
});

const letters = createRoute({
  getParentRoute: () => inside,
  path: "/you/letters",
  component: lazyRouteComponent(() => import("../features/account/LettersPage"), "LettersPage"),
});

const services = createRoute({
  getParentRoute: () => inside,
  path: "/you/services",
  component: lazyRouteComponent(() => import("../features/openid/ServicesPage"), "ServicesPage"),
});

const phone = createRoute({ getParentRoute: () => inside, path: "/you/phone", component: lazyRouteComponent(() => import("../features/phone/PhonePage"), "PhonePage") });

const history = createRoute({
  getParentRoute: () => inside,
  path: "/you/history",
  component: lazyRouteComponent(() => import("../features/history/HistoryPage"), "HistoryPage"),
});

const trail = createRoute({
  getParentRoute: () => inside,
  path: "/admin/audit",
  validateSearch: wanted,
  component: lazyRouteComponent(() => import("../features/history/TrailPage"), "TrailPage"),
});

const password = createRoute({
  getParentRoute: () => inside,
  path: "/you/password",
  component: lazyRouteComponent(() => import("../features/account/PasswordPage"), "PasswordPage"),
});

const address = createRoute({
  getParentRoute: () => inside,
  path: "/you/email",
  component: lazyRouteComponent(() => import("../features/account/AddressPage"), "AddressPage"),
});

const secondFactor = createRoute({
  getParentRoute: () => inside,
  path: "/you/second-factor",
  component: lazyRouteComponent(() => import("../features/factors/FactorsPage"), "FactorsPage"),
});

const limits = createRoute({
  getParentRoute: () => inside,
  path: "/admin/limits",
  component: lazyRouteComponent(() => import("../features/limits/LimitsPage"), "LimitsPage"),
});

const usage = createRoute({
  getParentRoute: () => inside,
  path: "/you/model",
  component: lazyRouteComponent(() => import("../features/usage/UsagePage"), "UsagePage"),
});

const devices = createRoute({
  getParentRoute: () => inside,
  path: "/you/devices",
  component: lazyRouteComponent(() => import("../features/devices/DevicesPage"), "DevicesPage"),
});

const keys = createRoute({
  getParentRoute: () => inside,
  path: "/you/keys",
  component: lazyRouteComponent(() => import("../features/devices/KeysPage"), "KeysPage"),
});

const notices = createRoute({
  getParentRoute: () => inside,
  path: "/you/notices",
  component: lazyRouteComponent(() => import("../features/push/NoticesPage"), "NoticesPage"),
});

const shares = createRoute({
  getParentRoute: () => inside,
  path: "/you/shares",
  component: lazyRouteComponent(() => import("../features/people/SharesPage"), "SharesPage"),
});

const spaces = createRoute({ getParentRoute: () => inside, path: "/you/spaces", component: lazyRouteComponent(() => import("../features/spaces/SpacesPage"), "SpacesPage") });

const data = createRoute({
  getParentRoute: () => inside,
  path: "/you/data",
  component: lazyRouteComponent(() => import("../features/privacy/DataPage"), "DataPage"),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: "/admin/people",
  component: lazyRouteComponent(() => import("../features/people/PeoplePage"), "PeoplePage"),
});

const person = createRoute({
  getParentRoute: () => inside,
  path: "/admin/people/$userId",
  component: lazyRouteComponent(() => import("../features/people/PersonPage"), "PersonPage"),
});

const roles = createRoute({
  getParentRoute: () => inside,
  path: "/admin/roles",
  component: lazyRouteComponent(() => import("../features/people/RolesPage"), "RolesPage"),
});

const tree = root.addChildren([
  landing,
  signIn,
  register,
  forgot,
  reset,
  back,
  verify,
  resend,
  confirmAddress,
  notMe,
  stay,
  join,
  left,
  terms,
  gallery,
  inside.addChildren([
    now, today, inbox, chat, conversations, focus, memory, profile, why, reminder, reminders, mood, reviews, review, routines, routine, automations, automation, plans, you, reaching, letters, services, phone, password, address, secondFactor, devices, notices, keys, history,
    shares, spaces, data, people, person, roles, limits, trail, usage,
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultPendingMs: 300,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Failed,
    scrollRestoration: true,
  });
}

export const router = makeRouter(queryClient);

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
