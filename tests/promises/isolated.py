"""What someone else's ids are sent along with, where a route takes a body."""

from typing import Any
from uuid import UUID

BODIES: dict[str, dict[str, Any]] = {
    "PATCH /api/v1/tasks/{task_id}": {"title": "Mine now"},
    "POST /api/v1/tasks/{task_id}/later": {},
    "POST /api/v1/tasks/{task_id}/steps": {"text": "Mine now"},
    "PATCH /api/v1/tasks/{task_id}/steps/{step_id}": {"text": "Mine now"},
    "PUT /api/v1/tasks/{task_id}/steps": {"steps": [{"text": "Mine now"}]},
    "PATCH /api/v1/automations/{automation_id}": {"name": "Mine now"},
    "PATCH /api/v1/plans/{plan_id}": {"deed": "Mine now"},
    "PATCH /api/v1/plans/{plan_id}/beginnings/{beginning_id}": {"answer": "did"},
    "PATCH /api/v1/reminders/{reminder_id}": {"text": "Mine now"},
    "PATCH /api/v1/calendar/events/{event_id}": {"title": "Mine now"},
    "POST /api/v1/calendar/events/{event_id}/times/cancel": {"start": "2026-12-01T12:00:00Z"},
    "POST /api/v1/calendar/events/{event_id}/times/restore": {"start": "2026-12-01T12:00:00Z"},
    "POST /api/v1/calendar/events/{event_id}/times/change": {"at": "2026-12-01T12:00:00Z", "title": "Mine now"},
    "POST /api/v1/reminders/{reminder_id}/snooze": {"text": "10 minutes"},
    "PATCH /api/v1/memories/{memory_id}": {"text": "Mine now"},
    "PATCH /api/v1/facts/{fact_id}": {"value": "Mine now"},
    "PUT /api/v1/profile/{field_id}": {"values": ["Mine now"]},
    "PATCH /api/v1/routines/{routine_id}": {"name": "Mine now"},
    "PATCH /api/v1/routine-runs/{run_id}/steps/{step_id}": {"state": "done"},
    "PATCH /api/v1/medications/{medication_id}": {"name": "Mine now"},
    "PATCH /api/v1/conversations/{conversation_id}": {"title": "Mine now"},
    "POST /api/v1/reviews/{review_id}/answer": {"step": "done"},
    "POST /api/v1/reviews/{review_id}/decide": {"thing_id": str(UUID(int=0)), "what": "let_go"},
    "PATCH /api/v1/mood/{entry_id}": {"note": "Mine now"},
    "PATCH /api/v1/me/factors/{factor_id}": {"name": "Mine now"},
    "PATCH /api/v1/push/subscriptions/{subscription_id}": {"discreet": True},
    "POST /api/v1/focus/sessions/{focus_id}/check-in": {"answer": "stuck"},
    "POST /api/v1/focus/parked/{thought_id}/settle": {"becomes": "task"},
    "POST /api/v1/inbox/{memory_id}/sort": {"becomes": "note"},
    "POST /api/v1/inbox/{memory_id}/unsort": {},
    "PATCH /api/v1/spaces/{space_id}": {"name": "Mine now"},
    "POST /api/v1/spaces/{space_id}/invitations": {"email": "me@example.org"},
}
"""What a route's body must look like to get past its form."""
