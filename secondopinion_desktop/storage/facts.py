"""Queries for the date rules. They read columns, not rows: the rules are asked after every change, of whole files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from secondopinion_desktop.storage.reading import Reading

# Each asks for what the rules compare, of rows that were not removed. "?" is the day before today.
_QUERIES: Final = {
    "situation": """
        SELECT s.*, p.info_preference,
               (SELECT count(*) FROM question WHERE removed_at IS NULL AND top AND NOT hidden) AS top_questions,
               (SELECT status FROM step_state WHERE id = 'schedule') AS schedule,
               EXISTS(SELECT 1 FROM task WHERE removed_at IS NULL AND step = 'schedule' AND status = 'done') AS booking,
               (SELECT diagnosed_on FROM diagnosis WHERE removed_at IS NULL ORDER BY created_at, id LIMIT 1)
                   AS diagnosed_on,
               EXISTS(SELECT 1 FROM "plan" WHERE removed_at IS NULL AND (trim(visit_estimate) != ''
                   OR trim(self_pay_quote) != '')) AS has_estimate
        FROM situation s, person p""",
    "visits": """
        SELECT a.id, a.kind, a.status, a.day, a.title, a.records_needed_by, a.companion_id, a.self_pay_quote, a.result,
               (SELECT count(*) FROM asking q JOIN question t ON t.id = q.question_id AND t.removed_at IS NULL
                WHERE q.appointment_id = a.id AND q.removed_at IS NULL) AS questions,
               EXISTS(SELECT 1 FROM key_point k WHERE k.appointment_id = a.id AND k.removed_at IS NULL)
               OR EXISTS(SELECT 1 FROM asking q WHERE q.appointment_id = a.id AND q.removed_at IS NULL
                         AND trim(q.answer) != '') AS written,
               CASE WHEN ltrim(a.day, '~') <= ? AND a.day != '' THEN
                   (SELECT group_concat(n.body, char(30)) FROM note n WHERE n.appointment_id = a.id
                    AND n.removed_at IS NULL AND n.body != '') END AS notes
        FROM appointment a WHERE a.removed_at IS NULL ORDER BY a.day = '', ltrim(a.day, '~'), a.id""",
    "reports": """
        SELECT coalesce(appointment_id, '') AS visit_id, due, arrived_on FROM report_request
        WHERE removed_at IS NULL ORDER BY id""",
    "papers": """
        SELECT id, name, kind, form, status, must_have, coalesce(holder_id, trim(holder)) AS holder, asked_on,
               received_by_holder_on, promised_by, service_from, service_to
        FROM record
        WHERE removed_at IS NULL AND (status NOT IN ('arrived', 'to_come_back', 'came_back', 'not_needed')
              OR (service_from != '' AND service_to != '')) ORDER BY name, id""",
    "approvals": """
        SELECT id, needed, status, number, valid_from, valid_to, decision_due FROM authorization
        WHERE removed_at IS NULL ORDER BY id""",
    "referrals": "SELECT id, needed, status, valid_from, valid_to FROM referral WHERE removed_at IS NULL ORDER BY id",
    "networks": "SELECT status FROM network_check WHERE removed_at IS NULL ORDER BY id",
    "denials": """
        SELECT id, denied_on, appeal_by, filed_on, result FROM denial WHERE removed_at IS NULL ORDER BY id""",
    "doctors": """
        SELECT c.id, c.name, c.role, c.same_group_as_first,
               coalesce(nullif(trim(c.specialty), ''),
                        (SELECT o.specialty FROM opinion o WHERE o.contact_id = c.id AND o.removed_at IS NULL
                         AND trim(o.specialty) != '' LIMIT 1), '') AS specialty
        FROM contact c
        WHERE c.removed_at IS NULL AND c.role IN ('first_doctor', 'second_doctor', 'third_doctor')
        ORDER BY c.name, c.id""",
    "differences": """
        SELECT id, name, trim(question) || trim(answer) != '' OR why_differ NOT IN ('[]', 'null') AS asked FROM topic
        WHERE removed_at IS NULL AND match = 'different' AND NOT settled ORDER BY position, id""",
    "decisions": """
        SELECT d.text, d.decided_on, d.next_check, d.id FROM decision d WHERE d.removed_at IS NULL LIMIT 1""",
    "confidences": """
        SELECT answer FROM self_check
        WHERE removed_at IS NULL AND kind = 'confidence' AND "when" = 'now' AND answer != '' LIMIT 1""",
    "calls": """
        SELECT id, person, called, follow_up_on FROM call
        WHERE removed_at IS NULL AND follow_up_on != '' AND NOT follow_up_done ORDER BY id""",
    "treatments": """
        SELECT id, name, started_on, ended_on FROM treatment
        WHERE removed_at IS NULL AND started_on != '' AND ended_on != '' ORDER BY id""",
    "answers": "SELECT rule, facts, answer, until FROM reminder_answer WHERE removed_at IS NULL ORDER BY id",
}


class Answered(NamedTuple):
    """One answer to a notice, as the rules look at it."""

    rule: str
    facts: str
    answer: str
    until: str


def read(reading: Reading, passed: str) -> dict[str, list[dict[str, Any]]]:
    """Return the columns of every query. `passed` is yesterday as a stored day: notes are read of visits until then."""
    return {name: reading.named(query, (passed,) if "?" in query else ()) for name, query in _QUERIES.items()}
