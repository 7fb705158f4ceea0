import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from '@tanstack/react-router'
import { FaultScreen } from './fault-screen'
import { placeSchema } from './place'
import { Shell } from './shell'

const root = createRootRoute({
  component: Shell,
  validateSearch: placeSchema,
  notFoundComponent: () => <Navigate to="/now" />,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/now' })
  },
})

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  component: lazyRouteComponent(() => import('../board/board-view'), 'BoardView'),
})

const now = createRoute({
  getParentRoute: () => root,
  path: '/now',
  component: lazyRouteComponent(() => import('../now/now-view'), 'NowView'),
})

const triage = createRoute({
  getParentRoute: () => root,
  path: '/triage',
  component: lazyRouteComponent(() => import('../triage/triage-view'), 'TriageView'),
})

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  component: lazyRouteComponent(() => import('../timeline/timeline-view'), 'TimelineView'),
})

const benchmarks = createRoute({
  getParentRoute: () => root,
  path: '/benchmarks',
  component: lazyRouteComponent(() => import('../benchmarks/benchmarks-view'), 'BenchmarksView'),
})

const contexts = createRoute({
  getParentRoute: () => root,
  path: '/contexts',
  component: lazyRouteComponent(() => import('../contexts/contexts-view'), 'ContextsView'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../audit/audit-view'), 'AuditView'),
})

const maintain = createRoute({
  getParentRoute: () => root,
  path: '/maintain',
  component: lazyRouteComponent(() => import('../maintain/maintain-view'), 'MaintainView'),
})

const telemetry = createRoute({
  getParentRoute: () => root,
  path: '/telemetry',
  component: lazyRouteComponent(() => import('../telemetry/telemetry-view'), 'TelemetryView'),
})

export const router = createRouter({
  routeTree: root.addChildren([home, now, board, triage, timeline, telemetry, benchmarks, maintain, contexts, audit]),
  history: createHashHistory(),
  defaultErrorComponent: FaultScreen,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
